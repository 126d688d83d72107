import torch

x = torch.tensor([1.0], dtype=torch.float16, requires_grad=True)
w = torch.tensor([100000.0])  # float32

y = x * w
(dx,) = torch.autograd.grad(y, x)
print("y: ", y.item(), y.dtype)
print("dx:", dx.item(), dx.dtype)
