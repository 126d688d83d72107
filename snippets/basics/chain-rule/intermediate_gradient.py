import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
y = u**3 + 4 * u + 2

u_bar, x_bar = torch.autograd.grad(y, (u, x))
print("u_bar:", u_bar)
print("x_bar:", x_bar)
print("x.grad:", x.grad)
