import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
v = torch.tensor([1.0, 0.0, -1.0])

(x**2).backward(v)
print("v:", x.grad)

x.grad = None
(x**2).sum().backward()
print("sum:", x.grad)
