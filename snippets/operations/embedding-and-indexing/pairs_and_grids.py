import torch

X = torch.arange(9.0).reshape(3, 3).requires_grad_()


def show(name, r, c, G):
    Y = X[r, c]
    (dX,) = torch.autograd.grad(Y, X, torch.tensor(G))
    print(name, Y.tolist())
    print(*dX.tolist(), sep="\n")


r, c = torch.tensor([0, 2, 0]), torch.tensor([1, 1, 1])
show("pairs", r, c, [1.0, 10.0, 100.0])

r, c = torch.tensor([[0], [2]]), torch.tensor([0, 1])
show("grid", r, c, [[1.0, 2.0], [3.0, 4.0]])
