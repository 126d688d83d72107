import torch
import torch.nn.functional as F

nan = float("nan")
X = torch.tensor([[[1.0, nan, 3.0]]], requires_grad=True)
W = torch.tensor([[[1.0, 0.0]]], requires_grad=True)
Y = F.conv_transpose1d(X, W, stride=2)
dX, dW = torch.autograd.grad(Y.sum(), (X, W))
print("Y: ", Y.flatten().tolist())
print("dX:", dX.flatten().tolist(), "dW:", dW.flatten().tolist())

X = torch.ones(0, 1, 3, requires_grad=True)
for mode in ("constant", "replicate", "reflect", "circular"):
    Y = F.pad(X, (1, 1), mode=mode)
    (dX,) = torch.autograd.grad(Y.sum(), X)
    print(f"{mode:9}", tuple(Y.shape), tuple(dX.shape))
