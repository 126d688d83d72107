import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
L = u**3 + 4 * u + 2
L.backward()

print("u.grad:", u.grad)
print("x.grad:", x.grad)
