import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[0.0, -4.0], [1.0, 1.0]]]], requires_grad=True)
Y = F.conv2d(X, W)
print("Y:", Y.flatten().tolist())
Y.relu_().sum().backward()
print("W.grad:", W.grad.flatten().tolist())
