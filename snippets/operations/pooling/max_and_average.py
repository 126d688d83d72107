import torch
import torch.nn.functional as F

x = torch.tensor([[[1.0, 4.0, 3.0, 2.0]]], requires_grad=True)
G = torch.tensor([[[10.0, 100.0]]])

for name, y in {
    "max_pool1d": F.max_pool1d(x, 2),
    "avg_pool1d": F.avg_pool1d(x, 2),
}.items():
    (dx,) = torch.autograd.grad(y, x, G)
    print(name)
    print("  y: ", y[0, 0].tolist())
    print("  dx:", dx[0, 0].tolist())
