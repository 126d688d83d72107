import torch

x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
y = torch.heaviside(x, torch.tensor(0.5))
print("y:", y)
y.sum().backward()  # raises RuntimeError
