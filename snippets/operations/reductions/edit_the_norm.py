import torch

w = torch.tensor([3.0, 4.0], requires_grad=True)
x = 2 * w
y = torch.linalg.vector_norm(x)
y += 0.5
(x / y).sum().backward()  # raises RuntimeError
