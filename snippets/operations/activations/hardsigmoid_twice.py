import torch
import torch.nn.functional as F

x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
y = F.relu6(x + 3) / 6
(dx,) = torch.autograd.grad(y, x, create_graph=True)
print("relu6:      ", dx.item())
print("  twice:    ", torch.autograd.grad(dx, x)[0].item())

y = F.hardsigmoid(x)
(dx,) = torch.autograd.grad(y, x, create_graph=True)
print("hardsigmoid:", dx.item())
torch.autograd.grad(dx, x)  # raises RuntimeError
