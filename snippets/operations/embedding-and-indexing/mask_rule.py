# checks #boolean-mask
import torch


def vjp(m, G):
    dX, c = [], 0
    for kept in m.flatten().tolist():
        dX.append(G[c].item() if kept else 0.0)
        c += kept
    return torch.tensor(dX, dtype=G.dtype).reshape(m.shape)


torch.manual_seed(0)
X = torch.randn(4, 6, dtype=torch.float64, requires_grad=True)
for threshold in (-9.0, 0.0, 1.0, 9.0):
    m = threshold < X
    Y = X[m]
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(vjp(m, G), dX)
    print(f"{threshold=}", tuple(Y.shape))
