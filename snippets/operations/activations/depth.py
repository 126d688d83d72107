import torch

for name, f, z, start in (
    ("sigmoid", torch.sigmoid, 0.0, 0.5),
    ("tanh", torch.tanh, 0.0, 0.0),
    ("relu", torch.relu, 1.0, 1.0),
):
    print(name)
    for w in 0.5, 1.0, 2.0, 4.0:
        b = z - w * start
        x = torch.tensor(start, requires_grad=True)
        h = x
        for _ in range(10):
            h = f(w * h + b)
        (dx,) = torch.autograd.grad(h, x)
        print(f"  w: {w}  h: {h.item()}  dx: {dx.item():.7g}")
