import torch
from torch.autograd.functional import hessian


def var(x):
    return (x - x.mean()).square().mean()


def detached(x):
    return (x - x.mean().detach()).square().mean()


x = torch.tensor([1.0, 3.0], requires_grad=True)
for f in (var, detached):
    (dx,) = torch.autograd.grad(f(x), x)
    print(f"{f.__name__}:")
    print("  dx:", dx.tolist())
    print("  H: ", hessian(f, x).tolist())
