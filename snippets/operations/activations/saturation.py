import torch
import torch.nn.functional as F


def row(name, values):
    widths = (6, 6, 7, 8)
    cells = zip(values.tolist(), widths, strict=True)
    print(f"{name:8}", *(f"{v:{w}.2g}" for v, w in cells), sep="")


x = torch.tensor([0, 2, 4, 8]).double().requires_grad_()
row("x", x)
for f in torch.sigmoid, torch.tanh, F.softsign, F.relu:
    (slope,) = torch.autograd.grad(f(x).sum(), x)
    row(f.__name__, slope)
