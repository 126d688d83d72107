import torch
import torch.nn.functional as F

W = torch.tensor([[[1.0, 2.0]]])
X = torch.tensor([[[1.0, 2.0]]], requires_grad=True)
H = X + 1
Y = F.pad(H, (1, 1))
H.mul_(2)
Y.sum().backward()
print("constant:", X.grad)

X.grad = None
Y = F.conv_transpose1d(X + 1, W)
Y.mul_(2)
Y.sum().backward()
print("conv_transpose1d:", X.grad)
