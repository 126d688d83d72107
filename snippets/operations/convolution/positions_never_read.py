import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 8, requires_grad=True)
W = torch.ones(1, 1, 2)
for s, d in ((3, 1), (2, 2), (2, 4)):
    Y = F.conv1d(X, W, stride=s, dilation=d)
    (dX,) = torch.autograd.grad(Y.sum(), X)
    print(f"{s=} {d=}", dX.int().flatten().tolist())
