import torch

inf = torch.inf
X = torch.tensor([[-inf, 0.0], [-inf, -inf]], requires_grad=True)
Y = X.logsumexp(1)  # wrong
(dX,) = torch.autograd.grad(Y.sum(), X)
print("Y: ", Y.tolist())
print("dX:", dX.tolist())

dead = torch.isneginf(X).all(1, keepdim=True)
Y = X.masked_fill(dead, 0.0).logsumexp(1)
Y = Y.masked_fill(dead[:, 0], -inf)
(dX,) = torch.autograd.grad(Y.sum(), X)
print("Y: ", Y.tolist())
print("dX:", dX.tolist())
