import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**3
node = y.grad_fn

print("x.grad_fn:", x.grad_fn)
print("y.grad_fn:", node.name())
print("_saved_self:", node._saved_self)
print("_saved_exponent:", node._saved_exponent)

with torch.no_grad():
    print("node(1):", node(torch.tensor(1.0)))
    print("node(10):", node(torch.tensor(10.0)))
