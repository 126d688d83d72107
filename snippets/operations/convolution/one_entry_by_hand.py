import torch
import torch.nn.functional as F

X = torch.arange(9.0, dtype=torch.float64).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], dtype=torch.float64)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]], dtype=torch.float64)


def loss(W):
    return (G * F.conv2d(X, W)).sum()


for h in (0.5, 2.0**-20):
    step = torch.zeros_like(W)
    step[0, 0, 0, 1] = h
    slope = (loss(W + step) - loss(W - step)) / (2 * h)
    print("h:", h, "slope:", slope.item())
