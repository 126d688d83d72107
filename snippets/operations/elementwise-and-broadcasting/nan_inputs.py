import torch

nan = torch.nan
for name, f in {
    "x + 1": lambda x: x + 1,
    "x * x": lambda x: x * x,
    "exp": torch.exp,
    "abs": torch.abs,
    "clamp": lambda x: x.clamp(0, 1),
    "x ** 0": lambda x: x**0,
}.items():
    x = torch.tensor(nan, requires_grad=True)
    y = f(x)
    (dx,) = torch.autograd.grad(y, x)
    print(f"{name:8} y: {y:3g} dx: {dx:g}")

for f in (torch.maximum, torch.fmax):
    a = torch.tensor(nan, requires_grad=True)
    b = torch.tensor(1.0, requires_grad=True)
    y = f(a, b)
    da, db = torch.autograd.grad(y, (a, b))
    print(f"{f.__name__:8} y: {y:3g} da: {da:g} db: {db:g}")
