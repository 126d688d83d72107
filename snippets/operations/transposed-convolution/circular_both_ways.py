import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 7, dtype=torch.float64, requires_grad=True)
W = torch.randn(4, 3, 3, dtype=torch.float64)
Y = F.conv1d(F.pad(X, (1, 1), mode="circular"), W)
G = torch.randn_like(Y)
(dX,) = torch.autograd.grad(Y, X, G)

flipped = W.flip(2).transpose(0, 1)
around = F.conv1d(F.pad(G, (1, 1), mode="circular"), flipped)
torch.testing.assert_close(dX, around)
print(tuple(X.shape), tuple(Y.shape), tuple(around.shape))
