import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 4, 4, requires_grad=True)

for stride in (2, 1):
    for pool in (F.max_pool2d, F.avg_pool2d):
        Y = pool(X, 2, stride)
        (dX,) = torch.autograd.grad(Y.sum(), X)
        print(Y.grad_fn.name(), "stride", stride)
        print(*dX[0, 0].tolist(), sep="\n")
