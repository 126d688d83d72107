# checks #masked-fill #masked-scatter #where
import torch

torch.manual_seed(0)
X, Z = torch.randn(2, 4, 6, dtype=torch.float64).requires_grad_()
V = torch.randn(30, dtype=torch.float64, requires_grad=True)
a = torch.randn((), dtype=torch.float64, requires_grad=True)
G = torch.randn(4, 6, dtype=torch.float64)
m = torch.rand(4, 6) > 0.5
on, off = m.double(), 1 - m.double()


def check(name, Y, inputs, formula):
    grads = torch.autograd.grad(Y, inputs, G)
    torch.testing.assert_close(formula, grads)
    print(name, *(tuple(g.shape) for g in grads))


check("fill   ", X.masked_fill(m, a), (X, a), (off * G, (on * G).sum()))
check("where  ", torch.where(m, X, Z), (X, Z), (on * G, off * G))

dV = torch.zeros(30, dtype=torch.float64)
taken = [g for g, it in zip(G.flatten(), m.flatten()) if it]
dV[: len(taken)] = torch.stack(taken)
check("scatter", X.masked_scatter(m, V), (X, V), (off * G, dV))
