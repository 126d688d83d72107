import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
for values in ([1.0, 2.0, 3.0, 4.0], [5.0, 0.0, -7.0, 2.0]):
    W = torch.tensor(values).reshape(1, 1, 2, 2).requires_grad_()
    Y = F.conv2d(X, W)
    (of_sum,) = torch.autograd.grad(Y.sum(), W, retain_graph=True)
    (of_square,) = torch.autograd.grad(Y.square().sum(), W)
    print("W:", values)
    print("sum:", of_sum.flatten().tolist())
    print("sum of squares:", of_square.flatten().tolist())
