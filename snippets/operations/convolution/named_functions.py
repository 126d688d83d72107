import torch
import torch.nn.functional as F
from torch.nn.grad import conv2d_input, conv2d_weight

X = torch.arange(25.0).reshape(1, 1, 5, 5).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])
dX, dW = torch.autograd.grad(F.conv2d(X, W, stride=2), (X, W), G)

print(torch.equal(dW, conv2d_weight(X, W.shape, G, stride=2)))
print(torch.equal(dX, conv2d_input(X.shape, W, G, stride=2)))
