import torch
import torch.nn.functional as F

for values, p in (
    ([0.0, 0.0], 2.0),
    ([-3.0, 4.0], 2.0),
    ([-3.0, 4.0], 1.0),
    ([-3.0, -4.0], 3.0),
    ([3.0, 4.0], 64.0),
):
    x = torch.tensor([[values]], requires_grad=True)
    y = F.lp_pool1d(x, p, 2)
    (dx,) = torch.autograd.grad(y, x)
    print(values, "p:", p, "y:", y.item())
    print("  dx:", dx[0, 0])
