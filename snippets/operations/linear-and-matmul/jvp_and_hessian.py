import torch
from torch.func import hessian, jvp

A = torch.tensor([[1.0, 2.0]])
B = torch.tensor([[3.0], [4.0]])
dA = torch.tensor([[1.0, 0.0]])
dB = torch.tensor([[0.0], [10.0]])

Y, dY = jvp(torch.mm, (A, B), (dA, dB))
print("Y:", Y.item(), "dY:", dY.item())
print("dA @ B + A @ dB:", (dA @ B + A @ dB).item())


def product(z):
    return z[:2] @ z[2:]


def quadratic(x):
    return x @ torch.tensor([[1.0, 2.0], [0.0, 3.0]]) @ x


z = torch.tensor([1.0, 2.0, 3.0, 4.0])
print(*hessian(product)(z).tolist(), sep="\n")
print("quadratic:", hessian(quadratic)(z[:2]).tolist())
