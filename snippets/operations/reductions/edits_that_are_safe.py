import torch

w = torch.tensor([3.0, 4.0], requires_grad=True)


def show(name, y):
    (dw,) = torch.autograd.grad(y, w)
    print(name, [round(v, 4) for v in dw.tolist()])


x = 2 * w
y = torch.linalg.vector_norm(x)
y = y + 0.5  # new tensor
show("norm:", y)

x = 2 * w
y = x.var()  # saves self
y += 0.5
show("var: ", y)

x = 2 * w
y = x.max(0).values  # saves indices
x.zero_()
y *= 10
show("max: ", y)
