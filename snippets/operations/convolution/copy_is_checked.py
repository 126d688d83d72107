import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 3, 3, requires_grad=True)
W = torch.full((1, 1, 2, 2), 2.0, requires_grad=True)

Y = F.conv2d(X, W)
with torch.no_grad():
    W.fill_(100.0)
Y.sum().backward()  # raises RuntimeError
