import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2
L = 3 * u
L.backward()

u.retain_grad()
print("u.retains_grad:", u.retains_grad)
print("u.grad:", u.grad)
