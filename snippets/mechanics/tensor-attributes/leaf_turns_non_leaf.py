import torch

w = torch.tensor(3.0, requires_grad=True)
buffer = torch.zeros(2)
print(buffer.requires_grad, buffer.is_leaf, buffer.grad_fn)

buffer[0] = w
print(buffer.requires_grad, buffer.is_leaf, buffer.grad_fn.name())
