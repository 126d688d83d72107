# checks #global-avg-pool
import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 4, 5, dtype=torch.float64, requires_grad=True)
G = torch.randn(2, 3, 1, 1, dtype=torch.float64)

for Y in (
    X.mean((2, 3), keepdim=True),
    F.adaptive_avg_pool2d(X, 1),
    F.avg_pool2d(X, (4, 5)),
):
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(dX, (G / 20).expand_as(X))
    print(Y.grad_fn.name(), tuple(Y.shape))
