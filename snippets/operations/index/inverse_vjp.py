import torch

A = torch.tensor(
    [[2.0, 1.0], [1.0, 1.0]], dtype=torch.float64, requires_grad=True
)
G = torch.tensor([[1.0, 0.0], [2.0, 3.0]], dtype=torch.float64)

Y = torch.linalg.inv(A)
(dA,) = torch.autograd.grad(Y, A, G)

print("Y:", Y.round(decimals=6), sep="\n")
print("dA:", dA.round(decimals=6), sep="\n")
torch.testing.assert_close(dA, -Y.T @ G @ Y.T)
