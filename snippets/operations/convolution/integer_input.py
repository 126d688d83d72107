import torch
import torch.nn.functional as F

X = torch.tensor([[[1, 2, 3]]])
W = torch.tensor([[[1, 10]]])
print(F.conv1d(X, W))

weight = W.float().requires_grad_()
print(F.conv1d(X.float(), weight).detach())
F.conv1d(X, weight)  # raises RuntimeError
