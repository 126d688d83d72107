import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 4, 5, dtype=torch.float64, requires_grad=True)
W = torch.randn(6, 3, 1, 1, dtype=torch.float64, requires_grad=True)
Y = F.conv2d(X, W)
G = torch.randn_like(Y)
dX, dW = torch.autograd.grad(Y, (X, W), G)

with torch.no_grad():
    M = W[:, :, 0, 0]
    pixels = X.movedim(1, -1)  # (2, 4, 5, 3)
    rows = G.movedim(1, -1)  # (2, 4, 5, 6)
    layer = F.linear(pixels, M)
    sums = rows.flatten(0, 2).T @ pixels.flatten(0, 2)

torch.testing.assert_close(Y, layer.movedim(-1, 1))
torch.testing.assert_close(dW[:, :, 0, 0], sums)
torch.testing.assert_close(dX, (rows @ M).movedim(-1, 1))
print("pixels:", tuple(pixels.flatten(0, 2).shape))
print("rows:", tuple(rows.flatten(0, 2).shape))
print("dW:", tuple(sums.shape))
