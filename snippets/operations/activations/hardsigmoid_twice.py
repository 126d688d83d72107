import torch
import torch.nn.functional as F

x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
y = F.hardsigmoid(x)
(dx,) = torch.autograd.grad(y, x, create_graph=True)
print(dx.item())
torch.autograd.grad(dx, x)  # raises RuntimeError
