# checks #bmm
import torch

torch.manual_seed(0)
A = torch.randn(6, 4, 3, dtype=torch.float64, requires_grad=True)
B = torch.randn(6, 3, 5, dtype=torch.float64, requires_grad=True)

Y = torch.bmm(A, B)
G = torch.randn_like(Y)
dA, dB = torch.autograd.grad(Y, (A, B), G)

with torch.no_grad():
    for b in range(6):
        torch.testing.assert_close(G[b] @ B[b].T, dA[b])
        torch.testing.assert_close(A[b].T @ G[b], dB[b])
print(Y.grad_fn.name(), tuple(dA.shape), tuple(dB.shape))
