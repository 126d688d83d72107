import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
v = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
t = torch.tensor([2, 0, 2])
G = torch.tensor([1.0, 10.0, 100.0])

y = x.index_add(0, t, v)
dx, dv = torch.autograd.grad(y, (x, v), G)
print("y: ", y.tolist())
print("dx:", dx.tolist(), "is G:", dx is G)
print("dv:", dv.tolist())
