import torch
import torch.nn.functional as F

X = torch.arange(16.0).reshape(1, 1, 4, 4).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])
dX, dW = torch.autograd.grad(F.conv2d(X, W, stride=2), (X, W), G)
print("dW:", dW[0, 0], sep="\n")
print("dX:", dX[0, 0], sep="\n")

with torch.no_grad():
    U = F.unfold(X, 2, stride=2)
    back = F.fold(U, (4, 4), 2, stride=2)
    print("fold(unfold(X)):", torch.equal(back, X))
