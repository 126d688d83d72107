import torch

x = torch.tensor(3.0, requires_grad=True)
y = x * x
for node, _ in y.grad_fn.next_functions:
    print(node.name())
left, right = y.grad_fn.next_functions
print(left[0] is right[0])
y.backward()
print(x.grad)
