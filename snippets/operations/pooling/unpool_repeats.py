import torch
import torch.nn.functional as F

y = torch.tensor([[[5.0, 5.0]]], requires_grad=True)
m = torch.tensor([[[1, 1]]])
G = torch.tensor([[[1.0, 10.0, 100.0]]])


def loss(y):
    return (G * F.max_unpool1d(y, m, 2, stride=1)).sum()


print("u: ", F.max_unpool1d(y, m, 2, stride=1)[0, 0].tolist())
(dy,) = torch.autograd.grad(loss(y), y)
print("dy:", dy[0, 0].tolist(), "sum:", dy.sum().item())

h = 0.5
slope = (loss(y + h) - loss(y - h)) / (2 * h)
print("slope along (1, 1):", slope.item())
