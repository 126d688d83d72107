import torch
from torch import nn

x = torch.tensor([[1.0, 2.0], [3.0, torch.nan], [5.0, 4.0]])
x.requires_grad_()
G = torch.tensor([[1.0, 10.0], [0.0, 0.0], [0.0, 0.0]])

for norm in (nn.BatchNorm1d(2), nn.LayerNorm(2)):
    y = norm(x)
    (dx,) = torch.autograd.grad(y, x, G)
    print(type(norm).__name__)
    print("  y: ", y.isnan().int().tolist())
    print("  dx:", dx.isnan().int().tolist())

norm = nn.BatchNorm1d(2)
norm(x)
norm(torch.tensor([[1.0, 2.0], [3.0, 3.0]]))
print("running_var:", norm.running_var.isnan().tolist())
