import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 3.0], requires_grad=True)
G = torch.tensor([80.0, 800.0])

for f in F.relu, F.softsign:
    y = f(x)
    (dx,) = torch.autograd.grad(y, x, G)
    print(f.__name__)
    print("  y: ", y.tolist())
    print("  dx:", dx.tolist())
