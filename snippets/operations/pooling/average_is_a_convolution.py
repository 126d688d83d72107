import torch
import torch.nn.functional as F

torch.manual_seed(0)
k, s, p, C = 3, 2, 1, 4
X = torch.randn(2, C, 7, 7, dtype=torch.float64, requires_grad=True)
W = torch.full((C, 1, k, k), 1 / k**2, dtype=torch.float64)

Y = F.avg_pool2d(X, k, s, p)
G = torch.randn_like(Y)
(dX,) = torch.autograd.grad(Y, X, G)

torch.testing.assert_close(F.conv2d(X, W, None, s, p, groups=C), Y)
spread = F.conv_transpose2d(G, W, None, s, p, groups=C)
torch.testing.assert_close(spread, dX)
print("dX:", tuple(spread.shape))
