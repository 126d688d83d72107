import torch
import torch.nn.functional as F

w = torch.tensor([0.25])
head = " f(-2)", "f'(-2)", "  f(2)", "f'(2)"
print(" " * 11, *head)
for name, f in {
    "relu": F.relu,
    "relu6": F.relu6,
    "leaky_relu": F.leaky_relu,
    "prelu 0.25": lambda x: F.prelu(x, w),
    "rrelu eval": F.rrelu,
    "hardtanh": F.hardtanh,
    "hardsigmoid": F.hardsigmoid,
    "threshold 1": lambda x: F.threshold(x, 1, 0),
    "hardshrink": F.hardshrink,
    "softshrink": F.softshrink,
    "elu": F.elu,
    "celu": F.celu,
    "selu": F.selu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "tanhshrink": F.tanhshrink,
    "softplus": F.softplus,
    "logsigmoid": F.logsigmoid,
    "softsign": F.softsign,
    "silu": F.silu,
    "gelu": F.gelu,
    "gelu tanh": lambda x: F.gelu(x, approximate="tanh"),
    "mish": F.mish,
    "hardswish": F.hardswish,
}.items():
    cells = []
    for point in -2.0, 2.0:
        x = torch.tensor([point], requires_grad=True)
        y = f(x)
        (slope,) = torch.autograd.grad(y, x)
        cells += [y.item(), slope.item()]
    *rest, last = (f"{v:6.3f}" for v in cells)
    print(f"{name:11}", *rest, last.lstrip())
