import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
W = torch.tensor([[7.0, 8.0, 9.0], [3.0, 2.0, 1.0]])
b = torch.tensor([10.0, 20.0])
G = torch.tensor([[1.0, 10.0], [100.0, 1000.0]])
for tensor in (X, W, b):
    tensor.requires_grad_()

Y = F.linear(X, W, b)
dX, dW, db = torch.autograd.grad(Y, (X, W, b), G)

print("Y:", *Y.tolist(), sep="\n")
print("dX:", *dX.tolist(), sep="\n")
print("dW:", *dW.tolist(), sep="\n")
print("db:", db.tolist())
