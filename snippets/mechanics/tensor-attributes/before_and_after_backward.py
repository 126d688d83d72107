import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x

print("x.requires_grad:", x.requires_grad)
print("x.is_leaf:", x.is_leaf)
print("x.grad_fn:", x.grad_fn)
print("x.grad:", x.grad)

print("y.requires_grad:", y.requires_grad)
print("y.is_leaf:", y.is_leaf)
print("y.grad_fn:", y.grad_fn.name())

y.backward()
print("x.grad:", x.grad)
