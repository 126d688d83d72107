import torch

print("            x      y   G  dx")
for name, value, g in (
    ("exp", 0, 3),
    ("log", 4, 8),
    ("sqrt", 16, 8),
    ("reciprocal", 4, 16),
    ("sin", 0, 3),
    ("abs", -2, 5),
    ("square", 3, 2),
):
    x = torch.tensor(float(value), requires_grad=True)
    y = getattr(torch, name)(x)
    (dx,) = torch.autograd.grad(y, x, torch.tensor(float(g)))
    print(f"{name:10} {value:2} {y:6.4g} {g:3} {dx:3g}")
