import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
G = torch.tensor([1.0, 2.0, 1.0])
y = x**x
(dx,) = torch.autograd.grad(y, x, G)
rule = G * y * (1 + x.log())
torch.testing.assert_close(rule, dx)
print("y: ", y.tolist())
print("dx:", dx)
