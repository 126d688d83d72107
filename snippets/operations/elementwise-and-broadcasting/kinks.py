import torch

zero = torch.tensor(0.0)
print("at 0                left right torch")
for name, f in {
    "abs(x)": torch.abs,
    "relu(x)": torch.relu,
    "where(x > 0, x, 0)": lambda x: torch.where(x > 0, x, 0),
    "maximum(x, 0)": lambda x: torch.maximum(x, zero),
    "(x + abs(x)) / 2": lambda x: (x + x.abs()) / 2,
    "where(x >= 0, x, 0)": lambda x: torch.where(x >= 0, x, 0),
    "fmax(x, 0)": lambda x: torch.fmax(x, zero),
    "clamp(x, min=0)": lambda x: x.clamp(min=0),
    "clamp(x, max=0)": lambda x: x.clamp(max=0),
    "minimum(x, 0)": lambda x: torch.minimum(x, zero),
}.items():
    x = torch.tensor(0.0, requires_grad=True)
    (dx,) = torch.autograd.grad(f(x), x)
    h = 0.25
    left = (f(zero) - f(zero - h)) / h
    right = (f(zero + h) - f(zero)) / h
    print(f"{name:20}{left:4g} {right:5g} {dx:5g}")
