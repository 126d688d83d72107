import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 6, 7, dtype=torch.float64, requires_grad=True)
W = torch.randn(4, 3, 2, 2, dtype=torch.float64, requires_grad=True)
Y = F.conv2d(X, W)
G = torch.randn_like(Y)
dX, dW = torch.autograd.grad(Y, (X, W), G)

with torch.no_grad():
    by_channel = F.conv2d(X.transpose(0, 1), G.transpose(0, 1))
    flipped = W.flip(2, 3).transpose(0, 1)
    spread = F.conv2d(G, flipped, padding=1)

torch.testing.assert_close(dW, by_channel.transpose(0, 1))
torch.testing.assert_close(dX, spread)
print("X.transpose(0, 1):", tuple(X.transpose(0, 1).shape))
print("G.transpose(0, 1):", tuple(G.transpose(0, 1).shape))
print("by_channel:", tuple(by_channel.shape))
print("dW:", tuple(dW.shape))
print("flipped:", tuple(flipped.shape))
print("dX:", tuple(dX.shape))
