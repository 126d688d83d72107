import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
y = 3 * a
z = 5 * a
y.backward()
z.backward()  # raises RuntimeError
