# checks #lp-pool
import torch
import torch.nn.functional as F

x = torch.tensor([[[3.0, 4.0, 6.0, 8.0]]], requires_grad=True)
y = F.lp_pool1d(x, 2.0, 2)
(dx,) = torch.autograd.grad(y, x, torch.tensor([[[5.0, 10.0]]]))
print("y: ", y[0, 0].tolist())
print("dx:", dx[0, 0])

torch.manual_seed(0)
X = torch.rand(2, 3, 6, 6, dtype=torch.float64, requires_grad=True)
for p in (1.0, 2.0, 3.0):
    Y = F.lp_pool2d(X, p, 2)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    with torch.no_grad():
        wide = [T.repeat_interleave(2, 2) for T in (Y, G)]
        y, g = [T.repeat_interleave(2, 3) for T in wide]
        torch.testing.assert_close(g * (X / y) ** (p - 1), dX)

w = torch.tensor([[[3.0, 4.0]]], dtype=torch.float64)
w.requires_grad_()
for p in (1.0, 2.0, 8.0, 64.0):
    (dw,) = torch.autograd.grad(F.lp_pool1d(w, p, 2), w)
    print("p:", p, *[round(v, 4) for v in dw[0, 0].tolist()])
