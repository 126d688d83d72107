import torch
import torch.nn.functional as F

x = torch.tensor([[[1.0, 2.0, 3.0, 4.0]]], requires_grad=True)
G = torch.tensor([[[1000.0, 1.0, 2.0, 3.0, 4.0, 50.0, 700.0]]])
for mode in ("constant", "replicate", "reflect", "circular"):
    y = F.pad(x, (1, 2), mode=mode)
    (dx,) = torch.autograd.grad(y, x, G)
    print(f"{mode}:")
    print(" ", y.int().flatten().tolist())
    print(" ", dx.int().flatten().tolist())
