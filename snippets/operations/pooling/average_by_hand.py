import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
G = torch.tensor([[[[4.0, 8.0], [12.0, 16.0]]]])

Y = F.avg_pool2d(X, 2, stride=1)
(dX,) = torch.autograd.grad(Y, X, G)

print(Y.grad_fn.name())
print("Y:", Y.detach()[0, 0], sep="\n")
print("dX:", dX[0, 0], sep="\n")
