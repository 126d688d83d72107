import torch
import torch.nn.functional as F

x = torch.full((1, 5), 3.0, requires_grad=True)
G = torch.tensor([[0.0, 6.0, 4.0, 2.0, 8.0]])

for eps in (1e-4, 1e-5, 0.0):
    y = F.layer_norm(x, (5,), eps=eps)
    (dx,) = torch.autograd.grad(y, x, G)
    print("eps:", eps)
    print("  y: ", y[0].tolist())
    print("  dx:", *[f"{v + 0.0:.1f}" for v in dx[0].tolist()])
