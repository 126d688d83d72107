import torch
from torch import nn

norm = nn.BatchNorm1d(1)
x = torch.tensor([[1.0], [3.0], [4.0], [5.0], [7.0]])
x.requires_grad_()

norm(x).sum().backward()
norm.reset_running_stats()
print("running_mean:", norm.running_mean.item())

y = norm(x)
norm.reset_running_stats()
y.sum().backward()  # raises RuntimeError
