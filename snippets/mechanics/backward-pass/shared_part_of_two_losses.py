import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2
L1 = 3 * u
L2 = 5 * u

L1.backward()
print("x.grad:", x.grad)
L2.backward()  # raises RuntimeError
