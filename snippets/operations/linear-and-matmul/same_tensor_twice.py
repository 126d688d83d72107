import torch

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
G = torch.tensor([[1.0, 10.0], [0.0, 0.0]])

(dX,) = torch.autograd.grad(X @ X, X, G)
print("dX:   ", dX.tolist())

with torch.no_grad():
    left, right = G @ X.T, X.T @ G
print("left: ", left.tolist())
print("right:", right.tolist())
print("sum:  ", (left + right).tolist())
