import torch

torch.manual_seed(0)
A = torch.randn(4, 3, dtype=torch.complex128, requires_grad=True)
B = torch.randn(3, 5, dtype=torch.complex128, requires_grad=True)
Y = A @ B
G = torch.randn_like(Y)
dA, dB = torch.autograd.grad(Y, (A, B), G)

with torch.no_grad():
    torch.testing.assert_close(G @ B.mH, dA)
    torch.testing.assert_close(A.mH @ G, dB)
print("dA:", tuple(dA.shape), "dB:", tuple(dB.shape))
