# checks #var #std
import torch

torch.manual_seed(0)
X = torch.randn(3, 4, 5, dtype=torch.float64, requires_grad=True)
x = X.detach()
for dims, n in (((2,), 5), ((1,), 4), ((0, 2), 15)):
    away = x - x.sum(dims, keepdim=True) / n
    for c in (0, 1, 2):
        var = away.square().sum(dims, keepdim=True) / (n - c)
        G = torch.randn_like(var)
        Y = X.var(dims, correction=c, keepdim=True)
        (dX,) = torch.autograd.grad(Y, X, G)
        torch.testing.assert_close(2 * G * away / (n - c), dX)
        Y = X.std(dims, correction=c, keepdim=True)
        (dX,) = torch.autograd.grad(Y, X, G)
        expected = G * away / ((n - c) * var.sqrt())
        torch.testing.assert_close(expected, dX)
    print("dim:", dims, "n:", n)
