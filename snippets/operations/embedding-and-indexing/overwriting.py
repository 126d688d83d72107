import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
v = torch.tensor([8.0, 9.0], requires_grad=True)
t = torch.tensor([2, 0])
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])

a = x.index_put((t,), v)
b = x.clone()
b[t] = v
c = x.clone()
c[1:3] = v
d = x.clone()
d[1] = v[0]
for y in (a, b, c, d):
    dx, dv = torch.autograd.grad(y, (x, v), G)
    print(y.tolist(), y.grad_fn.name().split("::")[-1])
    print("  dx:", dx.tolist())
    print("  dv:", dv.tolist())
