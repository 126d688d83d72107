import torch
import torch.nn.functional as F

nan, inf = torch.nan, torch.inf
pools = {"max": F.max_pool1d, "avg": F.avg_pool1d}

for values in ([nan, 1.0], [nan, nan], [-inf, -inf], [inf, -inf]):
    x = torch.tensor([[values]], requires_grad=True)
    print(values)
    for name, pool in pools.items():
        y = pool(x, 2)
        (dx,) = torch.autograd.grad(y, x)
        print(" ", name, f"y: {y.item():4}", "dx:", dx[0, 0].tolist())
