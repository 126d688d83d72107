import torch
import torch.nn.functional as F

X = torch.arange(25.0).reshape(1, 1, 5, 5).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])
dX, dW = torch.autograd.grad(F.conv2d(X, W, stride=2), (X, W), G)

print("dW:", dW[0, 0], sep="\n")
print("dX:", dX[0, 0], sep="\n")

with torch.no_grad():
    dilated = F.conv2d(X, G, dilation=2)
    print("xcorr(X, G, dilation=2):", dilated[0, 0], sep="\n")
    short = F.conv_transpose2d(G, W, stride=2)
    print("without output_padding:", tuple(short.shape))
    whole = F.conv_transpose2d(G, W, stride=2, output_padding=1)
    print("with output_padding=1:", torch.equal(whole, dX))
