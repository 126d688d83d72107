import torch

X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])  # (2, 3)
b = torch.tensor([2.0, 3.0, 4.0])  # (3,)
G = torch.tensor([[1.0, 2.0, 1.0], [3.0, 1.0, 2.0]])  # (2, 3)
X.requires_grad_()
b.requires_grad_()

Y = X * b
dX, db = torch.autograd.grad(Y, (X, b), G)
print("Y:", Y.detach(), sep="\n")
print("dX:", dX, sep="\n")
print("db:", db)
