import torch
import torch.nn.functional as F

x = torch.tensor([[[2.0, 5.0, 1.0, 4.0, 3.0]]], requires_grad=True)
G = torch.tensor([[[3.0, 30.0, 300.0]]])

for y in (F.max_pool1d(x, 3, 1), F.avg_pool1d(x, 3, 1)):
    (dx,) = torch.autograd.grad(y, x, G)
    print(dx[0, 0].tolist())
