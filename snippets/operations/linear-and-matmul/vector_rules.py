# checks #dot #mv #outer
import torch
from torch.testing import assert_close

torch.manual_seed(0)
f64 = {"dtype": torch.float64}
u = torch.randn(3, **f64, requires_grad=True)
v = torch.randn(3, **f64, requires_grad=True)
w = torch.randn(4, **f64, requires_grad=True)
A = torch.randn(4, 3, **f64, requires_grad=True)
g, h = torch.randn((), **f64), torch.randn(4, **f64)
G = torch.randn(4, 3, **f64)

du, dv = torch.autograd.grad(torch.dot(u, v), (u, v), g)
with torch.no_grad():
    for k in range(3):
        assert_close(du[k], g * v[k])
        assert_close(dv[k], g * u[k])

dA, dv = torch.autograd.grad(torch.mv(A, v), (A, v), h)
with torch.no_grad():
    for k in range(3):
        assert_close(dA[:, k], h * v[k])
        assert_close(dv[k], sum(h[i] * A[i, k] for i in range(4)))

dw, dv = torch.autograd.grad(torch.outer(w, v), (w, v), G)
with torch.no_grad():
    for i in range(4):
        assert_close(dw[i], sum(G[i, j] * v[j] for j in range(3)))
    for j in range(3):
        assert_close(dv[j], sum(G[i, j] * w[i] for i in range(4)))

print("dA:", tuple(dA.shape), "dv:", tuple(dv.shape))
