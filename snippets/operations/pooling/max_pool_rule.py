# checks #max-pool
import torch
import torch.nn.functional as F


def vjp(X, G, k, s, p, d):
    H, W = X.shape[2:]
    planes = X.reshape(-1, 1, H, W)
    places = torch.arange(H * W, dtype=X.dtype).reshape(1, 1, H, W)
    ring = (p, p, p, p)
    values = F.pad(planes, ring, value=-torch.inf)
    values = F.unfold(values, k, d, stride=s)  # (NC, k*k, H'W')
    places = F.unfold(F.pad(places, ring), k, d, stride=s)
    winner = values.argmax(1, keepdim=True)
    m = places.expand_as(values).gather(1, winner)[:, 0].long()
    dX = torch.zeros(len(planes), H * W, dtype=X.dtype)
    dX.scatter_add_(1, m, G.reshape(len(planes), -1))
    return dX.reshape(X.shape)


torch.manual_seed(0)
X = torch.randn(2, 3, 7, 6, dtype=torch.float64, requires_grad=True)
for k, s, p, d in (
    (2, 2, 0, 1),
    (3, 1, 0, 1),
    (3, 2, 1, 1),
    (2, 1, 1, 2),
):
    Y = F.max_pool2d(X, k, s, p, d)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(vjp(X.detach(), G, k, s, p, d), dX)
    print(f"{k=} {s=} {p=} {d=}", tuple(Y.shape))
