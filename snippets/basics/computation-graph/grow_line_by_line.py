import torch

x = torch.tensor(2.0, requires_grad=True)
print("x:", x.grad_fn)

a = x**2
print("a:", a.grad_fn.name())

b = 3 * x
print("b:", b.grad_fn.name())

y = a + b
print("y:", y.grad_fn.name())
