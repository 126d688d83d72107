import torch
import torch.nn.functional as F

zero = torch.tensor(0.0)
for name, f in {
    "relu": F.relu,
    "maximum": lambda x: torch.maximum(x, zero),
    "clamp": lambda x: x.clamp(min=0),
}.items():
    x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
    y = f(x) - f(-x)
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(name)
    print("  y: ", y.tolist())
    print("  dx:", dx.tolist())
