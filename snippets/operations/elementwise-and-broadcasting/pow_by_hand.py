import torch

x = torch.tensor([2.0, 1.0], requires_grad=True)
p = torch.tensor([3.0, 5.0], requires_grad=True)
G = torch.tensor([1.0, 10.0])

y = x**p
dx, dp = torch.autograd.grad(y, (x, p), G)
print("y: ", y.tolist())
print("dx:", dx.tolist())
print("dp:", dp)
print("8 log 2:", 8 * torch.tensor(2.0).log())
