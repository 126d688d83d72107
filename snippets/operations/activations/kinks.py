import torch
import torch.nn.functional as F
from torch.func import jvp, vjp

h = 2.0**-16
one = torch.ones(1, dtype=torch.float64)
print(" " * 14, "x", " left", "right", " vjp", " jvp")
for name, f, points in (
    ("relu", F.relu, (0,)),
    ("leaky 0.1", lambda x: F.leaky_relu(x, 0.1), (0,)),
    ("prelu 0.1", lambda x: F.prelu(x, 0.1 * one), (0,)),
    ("relu6", F.relu6, (0, 6)),
    ("hardtanh", F.hardtanh, (-1, 1)),
    ("hardsigmoid", F.hardsigmoid, (-3, 3)),
    ("hardswish", F.hardswish, (-3, 3)),
    ("threshold 1", lambda x: F.threshold(x, 1, 0), (1,)),
    ("hardshrink", F.hardshrink, (-0.5, 0.5)),
    ("softshrink", F.softshrink, (-0.5, 0.5)),
    ("softshrink0", lambda x: F.softshrink(x, 0.0), (0,)),
    ("elu 1", F.elu, (0,)),
    ("elu 2", lambda x: F.elu(x, 2.0), (0,)),
    ("celu 2", lambda x: F.celu(x, 2.0), (0,)),
    ("selu", F.selu, (0,)),
    ("softsign", F.softsign, (0,)),
    ("softplus", F.softplus, (20,)),
):
    for point in points:
        x = point * one
        left = (f(x - h) - f(x - 2 * h)) / h
        right = (f(x + 2 * h) - f(x + h)) / h
        (back,) = vjp(f, x)[1](one)
        (ahead,) = jvp(f, (x,), (one,))[1:]
        slopes = f"{left.item():5.3g} {right.item():5.3g}"
        modes = f"{back.item():4.3g} {ahead.item():4.3g}"
        print(f"{name:11} {point:4} {slopes} {modes}")
