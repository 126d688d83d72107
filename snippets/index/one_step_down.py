import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x
y.backward()
print("before:", x.item(), y.item())

with torch.no_grad():
    x -= 0.25 * x.grad
y = x**2 + 3 * x
print("after: ", x.item(), y.item())
