import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

Y = F.conv2d(X, W)
(dX,) = torch.autograd.grad(Y, X, G, create_graph=True)
print("dX:", dX.grad_fn.name())

Q = torch.tensor(
    [[[[1.0, 0.0, 2.0], [0.0, 0.0, 0.0], [0.0, 0.0, 3.0]]]]
)
again = torch.autograd.grad(dX, (X, W), Q, allow_unused=True)
print("X from dX:", again[0])
print("W from dX:", again[1][0, 0], sep="\n")
print("xcorr(Q, G):", F.conv2d(Q, G)[0, 0], sep="\n")
