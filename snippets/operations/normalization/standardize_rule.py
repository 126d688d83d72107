# checks #standardize
import torch
import torch.nn.functional as F


def vjp(x, G, eps):
    m = x.shape[-1]
    mu = x.sum(-1, keepdim=True) / m
    v = ((x - mu) ** 2).sum(-1, keepdim=True) / m
    r = (v + eps) ** -0.5
    xhat = r * (x - mu)
    a = G.sum(-1, keepdim=True) / m
    b = (G * xhat).sum(-1, keepdim=True) / m
    return r * (G - a - b * xhat)


torch.manual_seed(0)
x = torch.randn(4, 7, dtype=torch.float64, requires_grad=True)
G = torch.randn_like(x)
for eps in (0.0, 1e-5, 0.5):
    y = F.layer_norm(x, (7,), eps=eps)
    (dx,) = torch.autograd.grad(y, x, G)
    torch.testing.assert_close(vjp(x.detach(), G, eps), dx)
    print("eps:", eps, "dx:", tuple(dx.shape))
