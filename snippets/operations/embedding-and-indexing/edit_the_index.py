import torch

x = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
t = torch.tensor([2, 0])
y = x[t]
t += 1
y.sum().backward()  # raises RuntimeError
