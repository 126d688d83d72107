import torch
import torch.nn.functional as F

W = torch.tensor([[3.0, 4.0], [6.0, 8.0]], requires_grad=True)
t = torch.tensor([0, 0])

print("version", W._version, *W.tolist())
Y = F.embedding(t, W, max_norm=2.5)
print("version", W._version, *W.tolist())
(dW,) = torch.autograd.grad(Y.sum(), W)
print("dW:", *dW.tolist())
