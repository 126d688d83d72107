import torch

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
p = z.softmax(0)
p += 1e-8
p.log().sum().backward()  # raises RuntimeError
