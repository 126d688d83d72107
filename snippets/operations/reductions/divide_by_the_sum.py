import torch

x = torch.tensor([1.0, 2.0, 5.0], requires_grad=True)
G = torch.tensor([1.0, 0.0, 3.0])
y = x / x.sum()
(dx,) = torch.autograd.grad(y, x, G)
print("dx:  ", dx.tolist())

s = x.detach().sum()
expected = (G - (G * y.detach()).sum()) / s
torch.testing.assert_close(expected, dx)
print("rule:", expected.tolist())
