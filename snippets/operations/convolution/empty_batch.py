import torch
import torch.nn.functional as F

X = torch.ones(0, 1, 3, requires_grad=True)
W = torch.ones(1, 1, 2, requires_grad=True)
Y = F.conv1d(X, W)
Y.sum().backward()
print("Y:", tuple(Y.shape))
print("X.grad:", tuple(X.grad.shape))
print("W.grad:", W.grad)
