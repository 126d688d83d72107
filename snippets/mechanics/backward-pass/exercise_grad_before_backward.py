import torch

x = torch.tensor(2.0, requires_grad=True)
x.grad = torch.tensor(100.0)

(x**2).backward()
print("x.grad:", x.grad)

(g,) = torch.autograd.grad(x**2, x)
print("g:", g, "x.grad:", x.grad)
