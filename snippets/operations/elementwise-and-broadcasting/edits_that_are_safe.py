import torch

x = torch.tensor([1.0, 4.0], requires_grad=True)


def show(name, y):
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f"{name:9}", *[round(v, 4) for v in dx.tolist()])


y = x.exp()
z = y + 1  # new tensor
show("exp, +1", z)

y = x.log()  # saves its input
y += 1
show("log, +=1", y)

y = x + 1  # saves no tensor
y *= 3
show("+1, *=3", y)
