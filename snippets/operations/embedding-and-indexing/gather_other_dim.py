import torch

X = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
X.requires_grad_()
t = torch.tensor([[2, 0], [2, 2]])
G = torch.tensor([[1.0, 10.0], [100.0, 1000.0]])

Y = X.gather(0, t)
(dX,) = torch.autograd.grad(Y, X, G)
print("Y: ", Y.tolist())
print("dX:", *dX.tolist(), sep="\n  ")
