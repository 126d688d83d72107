import torch
import torch.nn.functional as F

# checks #three-rules
torch.manual_seed(0)
X = torch.randn(1, 1, 6, 7, dtype=torch.float64, requires_grad=True)
W = torch.randn(1, 1, 3, 2, dtype=torch.float64, requires_grad=True)
b = torch.randn(1, dtype=torch.float64, requires_grad=True)
Y = F.conv2d(X, W, b)
G = torch.randn_like(Y)
dX, dW, db = torch.autograd.grad(Y, (X, W, b), G)

with torch.no_grad():
    padded = F.pad(G, (1, 1, 2, 2))
    flipped = W.flip(2, 3)
    torch.testing.assert_close(dW, F.conv2d(X, G))
    torch.testing.assert_close(dX, F.conv2d(padded, flipped))
    torch.testing.assert_close(db, G.sum().reshape(1))
print("dW, dX, db:", *(tuple(d.shape) for d in (dW, dX, db)))
