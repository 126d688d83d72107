import torch
from torch import nn

norm = nn.BatchNorm1d(1, eps=1e-12)
nn.init.constant_(norm.weight, 2.0)
nn.init.constant_(norm.bias, 1.0)
x = torch.tensor([[1.0], [3.0], [4.0], [5.0], [7.0]])
x.requires_grad_()
G = torch.tensor([[0.0], [3.0], [2.0], [1.0], [4.0]])

y = norm(x)
y.backward(G)
print("y: ", y.flatten().round(decimals=4).tolist())
print("dx:", x.grad.flatten().round(decimals=4).tolist())
print("dgamma:", norm.weight.grad.item())
print("dbeta: ", norm.bias.grad.item())
