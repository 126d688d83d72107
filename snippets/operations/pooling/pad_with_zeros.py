import torch
import torch.nn.functional as F

x = torch.tensor([[[-1.0, -2.0, -3.0]]], requires_grad=True)
G = torch.tensor([[[1.0, 10.0, 100.0]]])

zeros = F.max_pool1d(F.pad(x, (1, 1)), 3, stride=1)  # wrong
right = F.max_pool1d(x, 3, stride=1, padding=1)
for y in (zeros, right):
    (dx,) = torch.autograd.grad(y, x, G)
    print("y: ", y[0, 0].tolist())
    print("dx:", dx[0, 0].tolist())
