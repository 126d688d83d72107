import torch

torch.manual_seed(0)
A = torch.randn(2, 3, dtype=torch.float64, requires_grad=True)
B = torch.randn(4, 5, dtype=torch.float64, requires_grad=True)
K = torch.kron(A, B)
G = torch.randn_like(K)
dA, dB = torch.autograd.grad(K, (A, B), G)

with torch.no_grad():
    blocks = G.reshape(2, 4, 3, 5)  # i, k, j, l
    by_rule = (
        torch.einsum("ikjl,kl->ij", blocks, B),
        torch.einsum("ikjl,ij->kl", blocks, A),
    )
torch.testing.assert_close(by_rule, (dA, dB))
print("K:", tuple(K.shape), "dA:", tuple(dA.shape))
