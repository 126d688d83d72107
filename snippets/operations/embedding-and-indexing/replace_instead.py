import torch

x = torch.tensor([0.0, 0.0], requires_grad=True)
y = x.exp()
y = torch.where(torch.tensor([True, False]), 0.0, y)
y.sum().backward()
print("y: ", y.tolist())
print("dx:", x.grad.tolist())
