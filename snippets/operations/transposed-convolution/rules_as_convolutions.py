import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 5, 4, dtype=torch.float64, requires_grad=True)
W = torch.randn(3, 4, 3, 3, dtype=torch.float64, requires_grad=True)
setting = {"stride": 2, "padding": 1, "dilation": 1}
Y = F.conv_transpose2d(X, W, output_padding=1, **setting)
G = torch.randn_like(Y)
dX, dW = torch.autograd.grad(Y, (X, W), G)

with torch.no_grad():
    torch.testing.assert_close(dX, F.conv2d(G, W, **setting))
    Gt, Xt = G.transpose(0, 1), X.transpose(0, 1)
    swapped = F.conv2d(Gt, Xt, stride=1, padding=1, dilation=2)
    cropped = swapped.transpose(0, 1)[:, :, :3, :3]
    torch.testing.assert_close(dW, cropped)
print("X, W:", tuple(X.shape), tuple(W.shape))
print("Y:", tuple(Y.shape))
print("swapped:", tuple(swapped.shape))
