# checks #advanced
import torch


def vjp(G, shape, r, c):
    dX = torch.zeros(shape, dtype=G.dtype)
    r, c = torch.broadcast_tensors(r, c)
    G = G.reshape(r.numel(), *shape[2:])
    for u, v, g in zip(r.flatten(), c.flatten(), G, strict=True):
        dX[u, v] = dX[u, v] + g
    return dX


torch.manual_seed(0)
X = torch.randn(4, 5, 2, dtype=torch.float64, requires_grad=True)
for rows, cols in (((8,), (8,)), ((3, 1), (4,)), ((2, 3), (1,))):
    r, c = torch.randint(4, rows), torch.randint(5, cols)
    Y = X[r, c]
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(vjp(G, X.shape, r, c), dX)
    print(rows, cols, "->", tuple(Y.shape))
