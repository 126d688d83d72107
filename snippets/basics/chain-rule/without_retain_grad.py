import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
y = u**3 + 4 * u + 2
y.backward()

print("u.is_leaf:", u.is_leaf)
print("x.grad:", x.grad)
print("u.grad:", u.grad)
