import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 4, 4, requires_grad=True)

for k, s in ((2, 2), (3, 1)):
    for pool in (F.max_pool2d, F.avg_pool2d):
        Y = pool(X, k, s)
        (dX,) = torch.autograd.grad(Y.sum(), X)
        print(Y.grad_fn.name(), f"{k=} {s=}")
        print(dX[0, 0])
