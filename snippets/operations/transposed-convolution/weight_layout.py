import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0], [10.0]]])  # (1, 2, 1)
W = torch.tensor([[[1.0], [2.0]], [[3.0], [4.0]]])  # (2, 2, 1)
M = W[:, :, 0]
print("conv1d:          ", F.conv1d(X, W).flatten().tolist())
print("M @ x:           ", (M @ X[0, :, 0]).tolist())
Y = F.conv_transpose1d(X, W)  # wrong
print("conv_transpose1d:", Y.flatten().tolist())
print("M.T @ x:         ", (M.T @ X[0, :, 0]).tolist())
swapped = F.conv_transpose1d(X, W.transpose(0, 1))
print("swapped:         ", swapped.flatten().tolist())
