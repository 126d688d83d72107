import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
m = x > 0


def show(name, y):
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f"{name:8}", y.tolist(), dx.tolist())


show("multiply", x.sqrt() * m)  # wrong
show("where", torch.where(m, x.sqrt(), 0.0))  # wrong

safe = torch.where(m, x, 1.0)
show("twice", torch.where(m, safe.sqrt(), 0.0))
show("mask", torch.zeros(2).masked_scatter(m, x[m].sqrt()))
