import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
for beta in 1, 4, 16:
    y = F.softplus(x, beta)
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f"{beta:2}", *(f"{v:.2f}" for v in y.tolist()), end="  ")
    print(*(f"{v:.2f}" for v in dx.tolist()))
