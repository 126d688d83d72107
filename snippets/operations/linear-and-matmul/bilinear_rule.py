# checks #bilinear #quadratic-form
import torch
import torch.nn.functional as F
from torch.testing import assert_close

torch.manual_seed(0)
x = torch.randn(6, 3, dtype=torch.float64, requires_grad=True)
y = torch.randn(6, 4, dtype=torch.float64, requires_grad=True)
A = torch.randn(2, 3, 4, dtype=torch.float64, requires_grad=True)

S = F.bilinear(x, y, A)  # (6, 2)
G = torch.randn_like(S)
dx, dy, dA = torch.autograd.grad(S, (x, y, A), G)
with torch.no_grad():
    pairs = [(n, o) for n in range(6) for o in range(2)]
    X, Y, M = (torch.zeros_like(t) for t in (x, y, A))
    for n, o in pairs:
        X[n] += G[n, o] * (A[o] @ y[n])
        Y[n] += G[n, o] * (A[o].T @ x[n])
        M[o] += G[n, o] * x[n][:, None] * y[n]
    assert_close((X, Y, M), (dx, dy, dA))
print("bilinear:", tuple(S.shape))

Q = torch.randn(3, 3, dtype=torch.float64, requires_grad=True)
z = x.detach()[0].requires_grad_()
g = torch.randn((), dtype=torch.float64)
dz, dQ = torch.autograd.grad(z @ Q @ z, (z, Q), g)
with torch.no_grad():
    assert_close(g * (Q @ z + Q.T @ z), dz)
    assert_close(g * z[:, None] * z, dQ)
print("quadratic:", tuple(dz.shape), tuple(dQ.shape))
