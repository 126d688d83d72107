import torch
from torch.linalg import vector_norm

x = torch.zeros(2, requires_grad=True)
for name, y in {
    "p=1": vector_norm(x, 1),
    "p=1.5": vector_norm(x, 1.5),
    "p=2": vector_norm(x),
    "p=3": vector_norm(x, 3),
    "p=inf": vector_norm(x, torch.inf),
    "x.norm()": x.norm(),
    "sum().sqrt()": x.square().sum().sqrt(),
    "sum() ** 0.5": (x**2).sum() ** 0.5,
    "hypot": torch.hypot(x[0], x[1]),
}.items():
    (dx,) = torch.autograd.grad(y, x)
    print(f"{name:12} y: {y.item()} dx:", dx.tolist())
