import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
y = torch.stack([a, b]).sum()
print(y)
y.backward()
print(x.grad)
