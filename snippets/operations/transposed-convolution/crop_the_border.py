import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0, 2.0, 3.0, 4.0]]], requires_grad=True)
W = torch.tensor([[[1.0, 2.0, 3.0]]])
G = torch.tensor([[[1.0, 10.0, 100.0, 1000.0]]])
padded = F.pad(X, (1, 1), mode="circular")
(dX,) = torch.autograd.grad(F.conv1d(padded, W), X, G)

cropped = F.conv_transpose1d(G, W, padding=1)  # wrong
spread = F.conv_transpose1d(G, W)
folded = spread[:, :, 1:5].clone()
folded[:, :, -1] += spread[:, :, 0]
folded[:, :, 0] += spread[:, :, 5]
print("dX:     ", dX.int().flatten().tolist())
print("cropped:", cropped.int().flatten().tolist())
print("folded: ", folded.int().flatten().tolist())
