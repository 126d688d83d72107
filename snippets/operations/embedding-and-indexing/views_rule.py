# checks #views
import torch


def vjp(G, shape, rows, cols):
    dX = torch.zeros(shape, dtype=G.dtype)
    for u in range(shape[0]):
        for v in range(shape[1]):
            if u in rows and v in cols:
                dX[u, v] = G[rows.index(u), cols.index(v)]
    return dX


torch.manual_seed(0)
X = torch.randn(5, 7, dtype=torch.float64, requires_grad=True)
for rows, cols in (
    (slice(0, 5), slice(1, 7, 2)),
    (slice(3, None), slice(-3, -1)),
    (slice(2, 3), slice(0, 7, 3)),
    (slice(4, 1), slice(0, 7)),
):
    Y = X[rows, cols]
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    rows, cols = range(5)[rows], range(7)[cols]
    torch.testing.assert_close(vjp(G, X.shape, rows, cols), dX)
    print(tuple(Y.shape), list(rows), list(cols))
