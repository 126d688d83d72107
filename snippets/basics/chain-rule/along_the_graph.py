import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
u = a + b + 1
c = u**3
d = 4 * u
y = c + d + 2

y.backward()
print("x.grad:", x.grad)
