import torch
import torch.nn.functional as F

x = torch.tensor([-4.0, -1.5, 0.0, 1.5, 4.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0, 1000.0, 10000.0])

y = F.hardswish(x)
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y.tolist())
print("dx:", dx.tolist())

zero = torch.zeros((), requires_grad=True)
for f in F.silu, F.gelu, F.mish:
    (slope,) = torch.autograd.grad(f(zero), zero)
    print(f"{f.__name__}: {slope:.4f}")
