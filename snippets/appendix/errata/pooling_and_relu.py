import torch
import torch.nn.functional as F

G = torch.tensor([[[10.0, 100.0]]])

x = torch.tensor([[[1.0, 3.0, 5.0, 2.0]]], requires_grad=True)
(dx,) = torch.autograd.grad(F.max_pool1d(x, 2), x, G)
print("max_pool1d:", dx.flatten())
(dx,) = torch.autograd.grad(F.avg_pool1d(x, 2), x, G)
print("avg_pool1d:", dx.flatten())

x = torch.tensor([[[-1.0, 2.0]]], requires_grad=True)
(dx,) = torch.autograd.grad(F.relu(x), x, G)
print("relu:", dx.flatten())
