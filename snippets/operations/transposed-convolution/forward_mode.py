import torch
import torch.nn.functional as F
from torch.func import jvp


def up(X, W):
    return F.conv_transpose1d(X, W, stride=2)


X, W = torch.tensor([[[1.0, 2.0]]]), torch.tensor([[[1.0, 2.0, 3.0]]])
U, V = torch.tensor([[[0.0, 1.0]]]), torch.tensor([[[10.0, 0.0, 0.0]]])
_, JUV = jvp(up, (X, W), (U, V))
print("JUV:     ", JUV.flatten().tolist())
print("up(U, W):", up(U, W).flatten().tolist())
print("up(X, V):", up(X, V).flatten().tolist())

W.requires_grad_()
X.requires_grad_()
G = torch.tensor([[[1.0, 10.0, 100.0, 1000.0, 10000.0]]])
(dX,) = torch.autograd.grad(up(X, W), X, G, create_graph=True)
print("dX:", dX.grad_fn.name())
(again,) = torch.autograd.grad(dX, W, U)
print("W from dX:", again.flatten().tolist())
