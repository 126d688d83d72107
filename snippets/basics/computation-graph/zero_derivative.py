import torch

x = torch.tensor([0.25, 1.75], requires_grad=True)
y = x.round()
print(y.grad_fn.name())
y.sum().backward()
print(x.grad)
