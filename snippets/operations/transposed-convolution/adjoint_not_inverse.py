import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

Y = F.conv2d(X, W)
print("<G, conv(X)>:", (G * Y).sum())
print("<convT(G), X>:", (F.conv_transpose2d(G, W) * X).sum())
print("convT(conv(X)):", F.conv_transpose2d(Y, W)[0, 0], sep="\n")
