# checks #avg-pool
import itertools

import torch
import torch.nn.functional as F


def vjp(G, H, W, k, s, p, include):
    dX = torch.zeros(*G.shape[:2], H, W, dtype=G.dtype)
    for i, j in itertools.product(*map(range, G.shape[2:])):
        u, v = s * i - p, s * j - p
        rows = range(max(u, 0), min(u + k, H))
        cols = range(max(v, 0), min(v + k, W))
        n = len(rows) * len(cols)
        if include:
            n = (min(u + k, H + p) - u) * (min(v + k, W + p) - v)
        g = G[:, :, i : i + 1, j : j + 1]
        dX[:, :, rows[0] : u + k, cols[0] : v + k] += g / n
    return dX


torch.manual_seed(0)
X = torch.randn(2, 3, 7, 6, dtype=torch.float64, requires_grad=True)
checked = 0
for k, s, p, ceil, include in itertools.product(
    (2, 3), (1, 2, 3), (0, 1), (False, True), (False, True)
):
    Y = F.avg_pool2d(X, k, s, p, ceil, include)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(vjp(G, 7, 6, k, s, p, include), dX)
    checked += 1

print("settings:", checked)
