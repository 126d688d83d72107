import torch

x = torch.tensor([3.0, 2.0], requires_grad=True)
y = torch.stack([x[0] * x[1], x[0] ** 2])
print("y:", y)
y.backward()  # raises RuntimeError
