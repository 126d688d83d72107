import torch

x = torch.tensor([-2.0, 0.0, 2.0], requires_grad=True)
s = torch.sigmoid(x)
(dx,) = torch.autograd.grad(s.sum(), x)
print((x * (1 - x)).detach())  # wrong
print((s * (1 - s)).detach())
print(dx)
