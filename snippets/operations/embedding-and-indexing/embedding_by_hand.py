import torch
import torch.nn.functional as F

W = torch.arange(8.0).reshape(4, 2).requires_grad_()
t = torch.tensor([1, 3, 1])
G = torch.tensor([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])

Y = F.embedding(t, W)
(dW,) = torch.autograd.grad(Y, W, G)
print("Y:", Y.tolist())
print("dW:", *dW.tolist(), sep="\n  ")
