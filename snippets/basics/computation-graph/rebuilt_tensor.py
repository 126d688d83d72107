import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
y = torch.tensor([a.item(), b.item()]).sum()
print(y)
y.backward()  # raises RuntimeError
