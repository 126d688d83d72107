import torch
import torch.nn.functional as F

X = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]], requires_grad=True)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.arange(9.0).reshape(1, 1, 3, 3)

Y = F.conv_transpose2d(X, W)
dX, dW = torch.autograd.grad(Y, (X, W), G)

print("Y:", Y, sep="\n")
print("dX:", dX[0, 0], sep="\n")
print("dW:", dW[0, 0], sep="\n")
print("dX, xcorr(G, W):", torch.equal(dX, F.conv2d(G, W)))
print("dW, xcorr(G, X):", torch.equal(dW, F.conv2d(G, X)))
