import torch
import torch.nn.functional as F

x = torch.tensor(0.0, requires_grad=True)

for f in (torch.sigmoid, torch.tanh, F.relu, F.gelu, F.silu):
    y = f(x)
    (slope,) = torch.autograd.grad(y, x)
    print(f"{f.__name__:8}{y:6.2f}{slope:6.2f}")
