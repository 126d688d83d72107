import torch
import torch.nn.functional as F

points = [-torch.inf, torch.inf, torch.nan]
x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
print(" " * 11, "    -inf      inf      nan")
names = (
    "relu,hardtanh,hardsigmoid,hardshrink,elu,"
    "sigmoid,softplus,softsign,"
    "hardswish,silu,mish"
)
for name in names.split(","):
    y = getattr(F, name)(x)
    (slope,) = torch.autograd.grad(y.sum(), x)
    cells = zip(y.tolist(), slope.tolist(), strict=True)
    print(f"{name:11}", *(f"{v:4g}{s:4g}" for v, s in cells))
