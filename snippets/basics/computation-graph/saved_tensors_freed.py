import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2
node = y.grad_fn
print("saved:", node._saved_self)

y.backward()
print("node:", node.name())
print("edge:", node.next_functions[0][0].name())
print("saved:", node._saved_self)  # raises RuntimeError
