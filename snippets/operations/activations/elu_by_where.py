import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 2.0, 1000.0], requires_grad=True)


def both_branches(x):
    return torch.where(x > 0, x, x.exp() - 1)  # wrong


def clamped(x):
    return torch.where(x > 0, x, x.clamp(max=0).exp() - 1)


for f in both_branches, clamped, F.elu:
    y = f(x)
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f.__name__)
    print("  y: ", *(f"{v:.4f}" for v in y.tolist()))
    print("  dx:", *(f"{v:.4f}" for v in dx.tolist()))
