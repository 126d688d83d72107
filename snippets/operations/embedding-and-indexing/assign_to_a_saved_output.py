import torch

x = torch.tensor([0.0, 1.0], requires_grad=True)
y = x.exp()
y[0] = 0.0
y.sum().backward()  # raises RuntimeError
