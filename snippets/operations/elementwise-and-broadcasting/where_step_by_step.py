import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
r = x.sqrt()
y = torch.where(x > 0, r, 0)
dr, dx = torch.autograd.grad(y, (r, x), torch.tensor([3.0, 8.0]))
print("dr:      ", dr.tolist())
print("1 / (2r):", (1 / (2 * r)).tolist())
print("dx:      ", dx.tolist())

bad = torch.tensor([torch.nan, 8.0])
keep = torch.tensor([False, True])
(dr,) = torch.autograd.grad(torch.where(keep, r, 0), r, bad)
print("where:   ", dr.tolist())
(dr,) = torch.autograd.grad(keep * r, r, bad)
print("mask * r:", dr.tolist())
