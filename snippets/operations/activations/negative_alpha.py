import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 2.0], requires_grad=True)
y = F.elu(1 * x, -1.0)
print(torch.autograd.grad(y.sum(), x)[0])

y = F.elu(1 * x, -1.0, inplace=True)
y.sum().backward()  # raises RuntimeError
