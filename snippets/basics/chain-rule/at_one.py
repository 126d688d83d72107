import torch

x = torch.tensor(1.0, requires_grad=True)
u = x**2 + 3 * x + 1
u.retain_grad()
y = u**3 + 4 * u + 2
y.backward()
print(f"u: {u}  y: {y}")
print(f"u.grad: {u.grad}  x.grad: {x.grad}")
