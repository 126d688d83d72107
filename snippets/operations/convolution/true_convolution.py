import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

Y = F.conv2d(X, W.flip(2, 3))
dX, dW = torch.autograd.grad(Y, (X, W), G)

with torch.no_grad():
    print("dX:", dX[0, 0], sep="\n")
    print(
        "xcorr(pad(G), W):", F.conv2d(G, W, padding=1)[0, 0], sep="\n"
    )
    print("dW:", dW[0, 0], sep="\n")
    print(
        "flip(xcorr(X, G)):", F.conv2d(X, G).flip(2, 3)[0, 0], sep="\n"
    )
