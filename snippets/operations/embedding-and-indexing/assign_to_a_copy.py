import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
y = x.clone()
y[0] = 9.0  # recorded
y.sum().backward()
print("dx:", x.grad.tolist())

with torch.no_grad():
    x[0] = 9.0  # not recorded
print("x: ", x.tolist(), x.is_leaf)
