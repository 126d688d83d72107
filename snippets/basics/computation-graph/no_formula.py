import torch

x = torch.tensor([5.0, 7.0], requires_grad=True)
y = x // 2
print(y.requires_grad, y.grad_fn.name())
y.sum().backward()  # raises RuntimeError
