# checks #assignment #scatter
import torch

torch.manual_seed(0)
X = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
V = torch.randn(2, 3, dtype=torch.float64, requires_grad=True)
G = torch.randn(5, 3, dtype=torch.float64)


def check(name, Y, S):  # S: (2, 3, 5), one-hot
    dX, dV = torch.autograd.grad(Y, (X, V), G)
    kept = 1 - S.sum(0).T  # (5, 3)
    torch.testing.assert_close(dX, kept * G)
    torch.testing.assert_close(dV, torch.einsum("ick,kc->ic", S, G))
    print(name, "kept:", kept.sum(0).tolist())


places = torch.arange(5)
t = torch.tensor([3, 1])
S = t.reshape(2, 1, 1).eq(places).double().expand(2, 3, 5)
check("index_put ", X.index_put((t,), V), S)
check("index_copy", X.index_copy(0, t, V), S)
Y = X.clone()
Y[1:4:2] = V.flip(0)
check("slice     ", Y, S)

t = torch.stack([torch.randperm(5)[:2] for _ in range(3)], 1)
S = t.unsqueeze(-1).eq(places).double()
check("scatter   ", X.scatter(0, t, V), S)
