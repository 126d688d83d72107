import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 2)
W = torch.ones(1, 1, 3)
print("padding=1:", F.conv1d(X, W, padding=1))
F.conv1d(X, W)  # raises RuntimeError
