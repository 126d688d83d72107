import torch

X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)

for dim, G in (
    (1, torch.tensor([10.0, 100.0])),
    (0, torch.tensor([1.0, 10.0, 100.0])),
    ((0, 1), torch.tensor(7.0)),
):
    Y = X.sum(dim)
    (dX,) = torch.autograd.grad(Y, X, G)
    print("dim:", dim, "Y:", Y.tolist())
    print(*dX.tolist(), sep="\n")
