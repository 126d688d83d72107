import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x.detach() + 1
y = u**3 + 4 * u + 2
y.backward()
print(f"y: {y}")
print(f"x.grad: {x.grad}")
