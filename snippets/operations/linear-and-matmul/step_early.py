import torch
import torch.nn.functional as F

X = torch.ones(4, 3, requires_grad=True)
W = torch.ones(2, 3, requires_grad=True)

Y = F.linear(X, W)
with torch.no_grad():
    W -= 0.5  # optimizer.step()
Y.sum().backward()  # raises RuntimeError
