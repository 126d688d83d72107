import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0, 2.0]]], requires_grad=True)
W = torch.tensor([[[1.0, 2.0, 3.0]]], requires_grad=True)
G = torch.tensor([[[1.0, 10.0, 100.0, 1000.0, 10000.0]]])

Y = F.conv_transpose1d(X, W, stride=2)
dX, dW = torch.autograd.grad(Y, (X, W), G)
print("Y: ", Y.flatten().tolist())
print("dX:", dX.flatten().tolist())
print("dW:", dW.flatten().tolist())
