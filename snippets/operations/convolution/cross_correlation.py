import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])

Y = torch.zeros(2, 2)
Z = torch.zeros(2, 2)
for i in range(2):
    for j in range(2):
        for a in range(2):
            for b in range(2):
                Y[i, j] += X[0, 0, i + a, j + b] * W[0, 0, a, b]
                Z[i, j] += X[0, 0, i + 1 - a, j + 1 - b] * W[0, 0, a, b]

print("F.conv2d(X, W):", F.conv2d(X, W)[0, 0], sep="\n")
print("cross-correlation:", Y, sep="\n")
print("convolution:", Z, sep="\n")
print("flipped W:", F.conv2d(X, W.flip(2, 3))[0, 0], sep="\n")
