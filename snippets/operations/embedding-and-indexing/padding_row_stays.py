import torch
import torch.nn.functional as F

W = torch.tensor([[5.0], [6.0], [7.0]], requires_grad=True)
t = torch.tensor([0, 2, 0])

Y = F.embedding(t, W, padding_idx=0)
fixed = W.index_put((torch.tensor([0]),), W[0].detach())
logits = Y @ fixed.T
(dW,) = torch.autograd.grad(logits.sum(), W)
print(*logits.tolist(), sep="\n")
print("dW:", dW.flatten().tolist())
