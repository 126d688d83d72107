# checks #glu
import torch
import torch.nn.functional as F


def vjp(x, G, dim):
    a, b = x.chunk(2, dim)
    s = 1 / (1 + torch.exp(-b))
    return torch.cat([G * s, G * a * s * (1 - s)], dim)


torch.manual_seed(0)
x = torch.randn(4, 6, 2, dtype=torch.float64, requires_grad=True)
for dim in 0, 1, 2:
    y = F.glu(x, dim)
    G = torch.randn_like(y)
    (dx,) = torch.autograd.grad(y, x, G)
    torch.testing.assert_close(vjp(x.detach(), G, dim), dx)
    print(f"{dim=}", tuple(x.shape), "->", tuple(y.shape))
