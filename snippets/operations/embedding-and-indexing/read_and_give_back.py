import torch

x = torch.tensor([5.0, 6.0, 7.0, 8.0], requires_grad=True)
t = torch.tensor([2, 0, 2])
G = torch.tensor([1.0, 10.0, 100.0])

y = x[t]
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y.tolist())
print("dx:", dx.tolist())
