# checks #silu #gelu #gelu-tanh #mish #hardswish
import math

import torch
import torch.nn.functional as F

x = (torch.arange(-512.0, 513) / 64).double()  # -8, ..., 8
x.requires_grad_()
torch.manual_seed(0)
G = torch.randn_like(x)

X = x.detach()
s = 1 / (1 + torch.exp(-X))
Phi = (1 + torch.erf(X / math.sqrt(2))) / 2
phi = torch.exp(-(X**2) / 2) / math.sqrt(2 * math.pi)
c = math.sqrt(2 / math.pi)
t = torch.tanh(c * (X + 0.044715 * X**3))
du = c * (1 + 3 * 0.044715 * X**2)
m = ((1 + X.exp()) ** 2 - 1) / ((1 + X.exp()) ** 2 + 1)
inside = (X > -3) & (X < 3)

for name, f, slope in (
    ("silu", F.silu, s + X * s * (1 - s)),
    ("gelu", F.gelu, Phi + X * phi),
    (
        "gelu tanh",
        lambda x: F.gelu(x, approximate="tanh"),
        (1 + t) / 2 + X * (1 - t**2) * du / 2,
    ),
    ("mish", F.mish, m + X * s * (1 - m**2)),
    ("hardswish", F.hardswish, inside * (X / 3 + 0.5) + (X >= 3)),
):
    (dx,) = torch.autograd.grad(f(x), x, G)
    torch.testing.assert_close(G * slope, dx)
    low, high = slope.min().item(), slope.max().item()
    print(f"{name:9} slope: {low:.4f} ... {high:.4f}")
