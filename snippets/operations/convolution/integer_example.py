import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
b = torch.zeros(1, requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

Y = F.conv2d(X, W, b)
dX, dW, db = torch.autograd.grad(Y, (X, W, b), G)

print("Y:", Y, sep="\n")
print("dW:", dW[0, 0], sep="\n")
print("dX:", dX[0, 0], sep="\n")
print("db:", db)
