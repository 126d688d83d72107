import torch

x = torch.tensor(2.0, requires_grad=True)

a = x**2
print("a:", a.item(), a.grad_fn.name())

b = 3 * x
print("b:", b.item(), b.grad_fn.name())

y = a + b
print("y:", y.item(), y.grad_fn.name())

edges = y.grad_fn.next_functions
print("edge 0 is a.grad_fn:", edges[0][0] is a.grad_fn)
print("edge 1 is b.grad_fn:", edges[1][0] is b.grad_fn)
