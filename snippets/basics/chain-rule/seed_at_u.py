import torch

x = torch.tensor(2.0, requires_grad=True)

u = x**2 + 3 * x + 1
u.backward()
print("seed 1:  ", x.grad)

x.grad = None
u = x**2 + 3 * x + 1
u.backward(torch.tensor(367.0))
print("seed 367:", x.grad)
