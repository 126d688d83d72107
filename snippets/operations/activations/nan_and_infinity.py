import torch
import torch.nn.functional as F

points = [-torch.inf, torch.inf, torch.nan]
x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
print(" " * 11, "    -inf      inf      nan")
for name, f in {
    "relu": F.relu,
    "clamp": lambda x: x.clamp(min=0),
    "hardtanh": F.hardtanh,
    "hardsigmoid": F.hardsigmoid,
    "hardshrink": F.hardshrink,
    "elu": F.elu,
    "sigmoid": torch.sigmoid,
    "softplus": F.softplus,
    "softsign": F.softsign,
    "hardswish": F.hardswish,
    "silu": F.silu,
    "mish": F.mish,
}.items():
    y = f(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    cells = zip(y.tolist(), slope.tolist(), strict=True)
    print(f"{name:11}", *(f"{v:4g}{s:4g}" for v, s in cells))
