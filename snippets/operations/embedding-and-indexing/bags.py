import torch
import torch.nn.functional as F

W = torch.tensor([[9.0], [3.0], [4.0], [6.0]], requires_grad=True)
t = torch.tensor([1, 3, 1, 2, 2])
starts = torch.tensor([0, 3, 3])
a = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0], requires_grad=True)
G = torch.tensor([[6.0], [7.0], [10.0]])

for mode in ("sum", "mean", "max"):
    Y = F.embedding_bag(t, W, starts, mode=mode)
    (dW,) = torch.autograd.grad(Y, W, G)
    print(mode, Y.flatten().tolist())
    print("  dW:", dW.flatten().tolist())

Y = F.embedding_bag(t, W, starts, mode="sum", per_sample_weights=a)
dW, da = torch.autograd.grad(Y, (W, a), G)
print("weighted", Y.flatten().tolist())
print("  dW:", dW.flatten().tolist())
print("  da:", da.tolist())
