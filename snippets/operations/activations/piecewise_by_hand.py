import torch
import torch.nn.functional as F

x = torch.tensor([-4.0, -2.0, 1.0, 8.0], requires_grad=True)
G = torch.tensor([6.0, 60.0, 600.0, 6000.0])


def row(name, values):
    print(f"{name:11}", *(f"{round(v, 3):5g}" for v in values.tolist()))


for name, f in {
    "relu": F.relu,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.5),
    "relu6": F.relu6,
    "hardtanh": lambda x: F.hardtanh(x, -3, 3),
    "hardsigmoid": F.hardsigmoid,
    "threshold": lambda x: F.threshold(x, 2, -9),
    "hardshrink": lambda x: F.hardshrink(x, 1.5),
    "softshrink": lambda x: F.softshrink(x, 1.5),
}.items():
    y = f(x)
    (dx,) = torch.autograd.grad(y, x, G)
    row(name, y)
    row("  dx", dx)
