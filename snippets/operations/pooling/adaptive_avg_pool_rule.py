# checks #adaptive-avg-pool
import torch
import torch.nn.functional as F


def bins(H, o):
    M = torch.zeros(o, H, dtype=torch.float64)
    for i in range(o):
        start, stop = i * H // o, -(-(i + 1) * H // o)
        M[i, start:stop] = 1 / (stop - start)
    return M


torch.manual_seed(0)
for H, W, o, q in ((7, 5, 3, 4), (6, 8, 3, 2), (3, 4, 5, 6)):
    X = torch.randn(2, 3, H, W, dtype=torch.float64, requires_grad=True)
    Y = F.adaptive_avg_pool2d(X, (o, q))
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    M, V = bins(H, o), bins(W, q)
    torch.testing.assert_close(M @ X @ V.T, Y)
    torch.testing.assert_close(M.T @ G @ V, dX)
    print((H, W), "->", (o, q))
