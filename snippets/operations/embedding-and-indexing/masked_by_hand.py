import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
v = torch.tensor([7.0, 8.0, 9.0], requires_grad=True)
a = torch.tensor(5.0, requires_grad=True)
m = torch.tensor([False, True, False, True])
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])

y = x.masked_fill(m, a)
dx, da = torch.autograd.grad(y, (x, a), G)
print("masked_fill")
print("  y: ", y.tolist())
print("  dx:", dx.tolist())
print("  da:", da.item())

y = x.masked_scatter(m, v)
dx, dv = torch.autograd.grad(y, (x, v), G)
print("masked_scatter")
print("  y: ", y.tolist())
print("  dx:", dx.tolist())
print("  dv:", dv.tolist())

y = torch.where(m, x, a)
dx, da = torch.autograd.grad(y, (x, a), G)
print("where")
print("  y: ", y.tolist())
print("  dx:", dx.tolist())
print("  da:", da.item())
