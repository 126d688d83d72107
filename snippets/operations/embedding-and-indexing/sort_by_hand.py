import torch

x = torch.tensor([3.0, 1.0, 2.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0])

y, p = x.sort()
(dx,) = torch.autograd.grad(y, x, G)
print("sort:", y.tolist(), "p:", p.tolist())
print("  dx:", dx.tolist())

y, p = x.topk(2)
(dx,) = torch.autograd.grad(y, x, G[:2])
print("topk:", y.tolist(), "p:", p.tolist())
print("  dx:", dx.tolist())
