import torch
from torch.linalg import vector_norm


def scaled(x):
    s = x.detach().abs().amax()
    return s * vector_norm(x / s)


for exponent in (-80, 0, 80):
    x = torch.tensor([3.0, 4.0]) * 2.0**exponent
    x.requires_grad_()
    print(f"x: 2**{exponent} * (3, 4)")
    for name, norm in (("norm", vector_norm), ("scaled", scaled)):
        y = norm(x)
        (dx,) = torch.autograd.grad(y, x)
        dx = [round(v, 4) for v in dx.tolist()]
        print(f"  {name:6} y: {y:.3g} dx:", dx)
