import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**3
y.backward()

print("y:", y.item(), y.grad_fn.name())
print("next:", y.grad_fn.next_functions[0][0].name())
y.grad_fn._saved_self  # raises RuntimeError
