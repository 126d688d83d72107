import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
ones = torch.ones(1, 1, 2, 2)
(dX,) = torch.autograd.grad(F.conv2d(X, W), X, ones)
unflipped = F.conv2d(ones, W, padding=1)  # wrong

print("dX:", dX[0, 0], sep="\n")
print("W not flipped:", unflipped[0, 0], sep="\n")
