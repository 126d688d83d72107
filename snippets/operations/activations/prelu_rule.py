# checks #prelu
import torch
import torch.nn.functional as F


def vjp(x, w, G):
    by_channel = w.view(1, -1, *[1] * (x.ndim - 2))
    dx = G * ((x > 0) + by_channel * (x <= 0))
    others = [d for d in range(x.ndim) if d != 1]
    dw = (G * x * (x <= 0)).sum(others)  # (C,)
    return dx, dw if len(w) > 1 else dw.sum(0, keepdim=True)


torch.manual_seed(0)
for shape, weights in (((4, 3, 5, 5), 3), ((4, 3), 1), ((0, 3), 3)):
    x = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    w = torch.rand(weights, dtype=torch.float64, requires_grad=True)
    G = torch.randn_like(x)
    expected = torch.autograd.grad(F.prelu(x, w), (x, w), G)
    actual = vjp(x.detach(), w.detach(), G)
    torch.testing.assert_close(actual, expected)
    print("x:", shape, "w:", tuple(w.shape))
