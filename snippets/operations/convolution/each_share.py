import torch
import torch.nn.functional as F

X = torch.arange(1.0, 10.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 10.0], [100.0, 1000.0]]]])

Y = F.conv2d(X, W)
Y.backward(G)

print("W.grad:", *W.grad[0, 0].tolist(), sep="\n")
print("X.grad:", *X.grad[0, 0].tolist(), sep="\n")
