import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
u.retain_grad()
L = u**3 + 4 * u + 2
L.retain_grad()
L.backward()

print("L.grad:", L.grad)
print("u.grad:", u.grad)
print("x.grad:", x.grad)
print("u.is_leaf:", u.is_leaf)
print("u.retains_grad:", u.retains_grad)
