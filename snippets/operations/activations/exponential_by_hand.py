import math

import torch
import torch.nn.functional as F

x = [-math.log(4), -math.log(2), 3.0]
x = torch.tensor(x, requires_grad=True)
G = torch.tensor([16.0, 160.0, 1600.0])

for name, f in {
    "elu": F.elu,
    "elu 2": lambda x: F.elu(x, 2.0),
    "celu 0.5": lambda x: F.celu(x, 0.5),
    "selu": F.selu,
}.items():
    y = f(x)
    (dx,) = torch.autograd.grad(y, x, G)
    print(name)
    print("  y: ", *(f"{v:8.5g}" for v in y.tolist()))
    print("  dx:", *(f"{v:8.5g}" for v in dx.tolist()))
