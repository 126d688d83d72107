import torch
import torch.nn.functional as F

X = torch.zeros(2, 3, 5, 6)
W = torch.zeros(4, 3, 2, 2)
b = torch.zeros(4)
Y = F.conv2d(X, W, b)
print("X (N, C, H, W):", tuple(X.shape))
print("W (K, C, kh, kw):", tuple(W.shape))
print("b (K,):", tuple(b.shape))
print("Y (N, K, H', W'):", tuple(Y.shape))
