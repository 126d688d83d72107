import torch
import torch.nn.functional as F

W = torch.tensor([[3.0, 4.0], [6.0, 8.0]], requires_grad=True)
t = torch.tensor([0, 0])

print("before:", W.tolist(), "version", W._version)
Y = F.embedding(t, W, max_norm=2.5)
print("after: ", W.tolist(), "version", W._version)
(dW,) = torch.autograd.grad(Y.sum(), W)
print("dW:    ", dW.tolist())
