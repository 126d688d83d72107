import torch

x = torch.tensor([2.0, 3.0], requires_grad=True)
v = torch.tensor([4.0, 4.0, 2.0], requires_grad=True)
t = torch.tensor([0, 0, 0])
G = torch.tensor([12.0, 1.0])

for reduce in ("sum", "mean", "prod", "amax", "amin"):
    y = x.scatter_reduce(0, t, v, reduce)
    dx, dv = torch.autograd.grad(y, (x, v), G)
    print(reduce, y.tolist())
    print("  dx:", dx.tolist())
    print("  dv:", dv.tolist())
