import torch
import torch.nn.functional as F

maxima = {
    "max_pool1d": lambda x: F.max_pool1d(x, 4),
    "adaptive_max": lambda x: F.adaptive_max_pool1d(x, 1),
    "max(-1)": lambda x: x.max(-1).values,
    "amax(-1)": lambda x: x.amax(-1),
}

for values in ([1.0, 2.0, 2.0, 0.0], [1.0, 1.0, 1.0, 1.0]):
    x = torch.tensor([[values]], requires_grad=True)
    print(values)
    for name, maximum in maxima.items():
        (dx,) = torch.autograd.grad(maximum(x).sum(), x)
        print(f"  {name:12}", *dx[0, 0].tolist())
