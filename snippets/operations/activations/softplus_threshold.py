import torch
import torch.nn.functional as F

x = torch.tensor([19.0, 20.0, 21.0], dtype=torch.float64)
x.requires_grad_()
y = F.softplus(x)
(slope,) = torch.autograd.grad(y.sum(), x)
print("y - x:    ", *(f"{v:.2e}" for v in (y - x).tolist()))
print("1 - slope:", *(f"{v:.2e}" for v in (1 - slope).tolist()))
exact = torch.sigmoid(-x)
print("s(-x):    ", *(f"{v:.2e}" for v in exact.tolist()))
