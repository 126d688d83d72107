# checks #index-add #scatter-add
import torch


def one_hot(t, n):
    return t.unsqueeze(-1).eq(torch.arange(n)).double()


torch.manual_seed(0)
X = torch.randn(4, 2, dtype=torch.float64, requires_grad=True)
V = torch.randn(6, 2, dtype=torch.float64, requires_grad=True)
G = torch.randn(4, 2, dtype=torch.float64)

t = torch.randint(4, (6,))
Y = X.index_add(0, t, V, alpha=-2)
dX, dV = torch.autograd.grad(Y, (X, V), G)
torch.testing.assert_close(dX, G)
torch.testing.assert_close(dV, -2 * one_hot(t, 4) @ G)
print("index_add", t.tolist(), sep="\n  ")

t = torch.randint(4, (6, 2))
Y = X.scatter_add(0, t, V)
dX, dV = torch.autograd.grad(Y, (X, V), G)
torch.testing.assert_close(dX, G)
formula = torch.einsum("ick,kc->ic", one_hot(t, 4), G)
torch.testing.assert_close(dV, formula)
print("scatter_add", *t.T.tolist(), sep="\n  ")
