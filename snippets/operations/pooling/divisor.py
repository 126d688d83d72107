import torch
import torch.nn.functional as F

X = torch.full((1, 1, 1, 6), 6.0, requires_grad=True)

for option in (
    {"count_include_pad": True},
    {"count_include_pad": False},
    {"divisor_override": 2},
):
    Y = F.avg_pool2d(X, (1, 3), (1, 2), (0, 1), True, **option)
    G = torch.full_like(Y, 6.0)
    (dX,) = torch.autograd.grad(Y, X, G)
    print(option)
    print("  Y: ", Y.flatten().tolist())
    print("  dX:", dX.flatten().tolist())
    print("  sum:", G.sum().item(), "->", dX.sum().item())
