import torch
import torch.nn.functional as F

X = torch.tensor([[2.0, 2.0, 0.0], [2.0, 5.0, 5.0], [0.0, 5.0, 1.0]])
X = X.reshape(1, 1, 3, 3).requires_grad_()
G = torch.tensor([[[[1.0, 10.0], [100.0, 1000.0]]]])

Y = F.max_pool2d(X, 2, stride=1)
(dX,) = torch.autograd.grad(Y, X, G)

print(dX[0, 0])
