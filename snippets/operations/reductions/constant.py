import torch

x = torch.tensor([2.0, 2.0], requires_grad=True)
one = torch.tensor([5.0], requires_grad=True)


def show(name, y, x):
    (dx,) = torch.autograd.grad(y, x)
    print(f"{name:12} y: {y.item()} dx:", dx.tolist())


show("var()", x.var(), x)
show("std()", x.std(), x)
show("var().sqrt()", x.var().sqrt(), x)
show("c=0, n=1", one.var(correction=0), one)
show("c=1, n=1", one.var(), one)
