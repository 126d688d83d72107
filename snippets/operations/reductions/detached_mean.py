import torch


def var(x):
    return (x - x.mean()).square().mean()


def detached(x):
    return (x - x.mean().detach()).square().mean()


x = torch.tensor([1.0, 3.0], requires_grad=True)
for f in (var, detached):
    (dx,) = torch.autograd.grad(f(x), x)
    H = torch.autograd.functional.hessian(f, x)
    print(f.__name__, "dx:", dx.tolist(), "H:", H.tolist())
