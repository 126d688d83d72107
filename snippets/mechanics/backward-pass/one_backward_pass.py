import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x
print("y:", y.item(), y.grad_fn.name())
print("x.grad:", x.grad)

y.backward()
print("x.grad:", x.grad)
