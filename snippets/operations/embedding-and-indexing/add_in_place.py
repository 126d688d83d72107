import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([5.0, 7.0], requires_grad=True)
t = torch.tensor([0, 0])
G = torch.tensor([1.0, 10.0])


def show(name, y):
    dx, dv = torch.autograd.grad(y, (x, v), G)
    print(name, y.tolist())
    print("  dx:", dx.tolist(), "dv:", dv.tolist())


y = x.clone()
y[t] += v  # wrong
show("+=", y)
show("index_add", x.index_add(0, t, v))
show("index_put", x.index_put((t,), v, accumulate=True))
