import torch
from torch import nn

norm = nn.BatchNorm1d(1, eps=1e-12)
x = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0, 0.0, 0.0, 0.0])
x = x.reshape(8, 1).requires_grad_()
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0, 0.0, 0.0, 0.0])
real = torch.tensor([True] * 5 + [False] * 3)

y = norm(x)  # wrong
(dx,) = torch.autograd.grad(y[:, 0], x, G)
print([round(v, 2) + 0.0 for v in dx[:5, 0].tolist()])

y = norm(x[real])
(dx,) = torch.autograd.grad(y[:, 0], x, G[real])
print([round(v, 2) + 0.0 for v in dx[:5, 0].tolist()])
