import torch
import torch.nn.functional as F

nan, inf = float("nan"), float("inf")
W = torch.tensor([[[1.0, 0.0]]], requires_grad=True)
for bad in (nan, inf):
    X = torch.tensor([[[1.0, 2.0, bad, 4.0, 5.0]]], requires_grad=True)
    Y = F.conv1d(X, W)
    dX, dW = torch.autograd.grad(Y.sum(), (X, W))
    print("Y: ", Y.flatten().tolist())
    print("dX:", dX.flatten().tolist())
    print("dW:", dW.flatten().tolist())
