import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0, 2.0, 3.0]]])
W = torch.tensor([[[1.0, 2.0, 3.0]]])
spaced = torch.zeros(1, 1, 5)
spaced[:, :, ::2] = X

print("spaced:", spaced.flatten().tolist())
full = F.conv1d(spaced, W.flip(2), padding=2)
print("xcorr: ", full.flatten().tolist())
Y = F.conv_transpose1d(X, W, stride=2)
print("Y:     ", Y.flatten().tolist())
