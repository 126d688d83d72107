import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
L = u**3 + 4 * u + 2
L.backward()
print("L:", L.item())
print("x.grad from L:", x.grad)

x.grad = None
u = x**2 + 3 * x + 1
u.backward()
print("u:", u.item())
print("x.grad from u:", x.grad)
