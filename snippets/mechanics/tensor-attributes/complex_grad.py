import torch

z = torch.tensor(1 + 2j, requires_grad=True)
L = z.real**2 + z.imag**2
L.backward()
print("z.grad:", z.grad)
