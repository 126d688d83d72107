import torch
import torch.nn.functional as F

X = torch.tensor([1.0, 2.0, 3.0])
W = torch.tensor([1.0, 10.0])
xcorr = F.conv1d(X.view(1, 1, 3), W.view(1, 1, 2)).flatten()
conv = F.conv1d(X.view(1, 1, 3), W.flip(0).view(1, 1, 2)).flatten()
print("xcorr(X, W):", xcorr)
print("xcorr(X, flip(W)):", conv)
