import torch
from torch.linalg import vector_norm

eps = 1 / 64
x = torch.zeros(2, requires_grad=True)
for name, y in {
    "s.sqrt() + eps": x.square().sum().sqrt() + eps,  # wrong
    "(s + eps).sqrt()": (x.square().sum() + eps).sqrt(),
    "norm + eps": vector_norm(x) + eps,
    "norm.clamp(eps)": vector_norm(x).clamp(eps),
}.items():
    (dy,) = torch.autograd.grad(y, x, retain_graph=True)
    (dx,) = torch.autograd.grad((x / y)[0], x)
    print(name)
    print("  y:", y.item(), "dy:", dy.tolist())
    print("  x/y dx:", dx.tolist())
