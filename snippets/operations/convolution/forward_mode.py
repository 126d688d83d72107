import torch
import torch.nn.functional as F
from torch.func import jvp

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
b = torch.tensor([5.0])
X_dot = torch.eye(3).reshape(1, 1, 3, 3)
W_dot = torch.tensor([[[[0.0, 1.0], [0.0, 0.0]]]])
b_dot = torch.tensor([100.0])

Y, Y_dot = jvp(F.conv2d, (X, W, b), (X_dot, W_dot, b_dot))
print("Y_dot:", Y_dot[0, 0], sep="\n")
print("xcorr(X_dot, W):", F.conv2d(X_dot, W)[0, 0], sep="\n")
print("xcorr(X, W_dot):", F.conv2d(X, W_dot)[0, 0], sep="\n")
