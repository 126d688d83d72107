# checks #addmm
import torch
from torch.testing import assert_close

torch.manual_seed(0)
A = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
B = torch.randn(3, 5, dtype=torch.float64, requires_grad=True)
alpha, beta = 3.0, -0.5

for shape, summed in (
    ((4, 5), ()),
    ((5,), (0,)),
    ((1, 5), (0,)),
    ((4, 1), (1,)),
    ((), (0, 1)),
):
    C = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    Y = torch.addmm(C, A, B, beta=beta, alpha=alpha)
    G = torch.randn_like(Y)
    dC, dA, dB = torch.autograd.grad(Y, (C, A, B), G)
    with torch.no_grad():
        total = G.sum(summed) if summed else G
        assert_close(beta * total.reshape(shape), dC)
        assert_close(alpha * G @ B.T, dA)
        assert_close(alpha * A.T @ G, dB)
    print("C:", shape, "summed:", summed)
