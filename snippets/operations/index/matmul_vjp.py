import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], requires_grad=True)
B = torch.tensor(
    [[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]], requires_grad=True
)
G = torch.tensor([[1.0, -1.0], [2.0, 3.0]])

Y = A @ B
dA, dB = torch.autograd.grad(Y, (A, B), G)

print("Y:", Y, sep="\n")
print("dA:", dA, sep="\n")
print("dB:", dB, sep="\n")
print("dA, G @ B.T:", torch.equal(dA, G @ B.T))
print("dB, A.T @ G:", torch.equal(dB, A.T @ G))
