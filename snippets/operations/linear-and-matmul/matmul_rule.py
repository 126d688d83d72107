# checks #matmul
import torch
from torch.testing import assert_close


def vjp(G, A, B):
    a, b = A, B
    if B.ndim == 1:
        b, G = B[:, None], G[..., None]  # column
    if A.ndim == 1:
        a, G = A[None], G[..., None, :]  # row
    dA = (G @ b.mT).sum_to_size(a.shape)
    dB = (a.mT @ G).sum_to_size(b.shape)
    return dA.reshape(A.shape), dB.reshape(B.shape)


torch.manual_seed(0)
for left, right in (
    ((3,), (3,)),
    ((4, 3), (3,)),
    ((3,), (3, 5)),
    ((2, 4, 3), (3,)),
    ((3,), (2, 3, 5)),
    ((2, 4, 3), (3, 5)),
    ((4, 3), (2, 3, 5)),
    ((2, 1, 4, 3), (6, 3, 5)),
):
    A = torch.randn(left, dtype=torch.float64, requires_grad=True)
    B = torch.randn(right, dtype=torch.float64, requires_grad=True)
    Y = A @ B
    G = torch.randn_like(Y)
    grads = torch.autograd.grad(Y, (A, B), G)
    with torch.no_grad():
        assert_close(vjp(G, A, B), grads)
    print(left, "@", right, "->", tuple(Y.shape))
