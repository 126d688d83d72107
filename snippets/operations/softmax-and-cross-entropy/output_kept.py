import torch

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
h = z.clone()
p = h.softmax(0)
h.zero_()
(p + 1e-8).log().sum().backward()
print(z.grad)
