import torch

X = torch.tensor([[1.0, 3.0], [2.0, 6.0]], requires_grad=True)
wrong = X / X.sum(1)  # wrong
right = X / X.sum(1, keepdim=True)

for name, P in (("wrong", wrong), ("right", right)):
    (dX,) = torch.autograd.grad(64 * P[0, 1], X)
    print(name, P.tolist())
    print("  rows sum to:", P.sum(1).tolist())
    print("  64 dP[0, 1]:", dX.tolist())
