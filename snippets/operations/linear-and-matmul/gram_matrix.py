import torch

X = torch.tensor([[1.0, 2.0, 0.0], [0.0, 1.0, 3.0]])
X.requires_grad_()
G = torch.tensor([[1.0, 10.0], [0.0, 100.0]])

(dX,) = torch.autograd.grad(X @ X.T, X, G)
print("dX:", dX, sep="\n")
print("(G + G.T) @ X:", ((G + G.T) @ X).detach(), sep="\n")
