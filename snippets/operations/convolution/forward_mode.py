import torch
import torch.nn.functional as F
from torch.func import jvp

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
b = torch.tensor([5.0])
dX = torch.eye(3).reshape(1, 1, 3, 3)
dW = torch.tensor([[[[0.0, 1.0], [0.0, 0.0]]]])
db = torch.tensor([100.0])

Y, dY = jvp(F.conv2d, (X, W, b), (dX, dW, db))
print("dY:", dY[0, 0], sep="\n")
print("xcorr(dX, W):", F.conv2d(dX, W)[0, 0], sep="\n")
print("xcorr(X, dW):", F.conv2d(X, dW)[0, 0], sep="\n")
