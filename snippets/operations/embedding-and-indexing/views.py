import torch

X = torch.arange(6.0).reshape(2, 3).requires_grad_()


def show(name, y, G):
    (dX,) = torch.autograd.grad(y, X, torch.tensor(G))
    print(name, y.grad_fn.name())
    print("  y: ", y.tolist())
    print("  dX:", *dX.tolist())


show("X[1]", X[1], [1.0, 2.0, 3.0])
show("X[0, 1:]", X[0, 1:], [1.0, 2.0])
show("X[:, ::2]", X[:, ::2], [[1.0, 2.0], [3.0, 4.0]])
show("X[-1, -1]", X[-1, -1], 1.0)
