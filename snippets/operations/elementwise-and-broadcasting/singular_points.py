import torch

print("            x     y    dx")
for name, points in {
    "sqrt": (0.0, -0.0, -1.0),
    "log": (0.0, -0.0, -1.0),
    "reciprocal": (0.0, -0.0),
    "exp": (100.0,),
}.items():
    for value in points:
        x = torch.tensor(value, requires_grad=True)
        y = getattr(torch, name)(x)
        (dx,) = torch.autograd.grad(y, x)
        print(f"{name:10} {value:4g} {y:5g} {dx:5g}")
