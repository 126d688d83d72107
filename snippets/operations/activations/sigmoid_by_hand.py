import math

import torch
import torch.nn.functional as F

x = [-math.log(3), 0.0, math.log(3)]
x = torch.tensor(x, requires_grad=True)
G = torch.tensor([100.0, 200.0, 400.0])


def row(name, values):
    print(f"{name:10}", *(f"{v:8.4f}" for v in values.tolist()))


names = "sigmoid,tanh,tanhshrink,softplus,logsigmoid"
for name in names.split(","):
    y = getattr(F, name)(x)
    (dx,) = torch.autograd.grad(y, x, G)
    row(name, y)
    row("  dx", dx)
