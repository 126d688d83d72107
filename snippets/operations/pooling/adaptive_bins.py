import torch
import torch.nn.functional as F

for H, o in ((6, 3), (5, 3), (3, 5)):
    E = torch.eye(H)[:, None]  # (H, 1, H)
    read = F.adaptive_max_pool1d(E, o)[:, 0].T
    print(
        H, "->", o, *[bin.nonzero().flatten().tolist() for bin in read]
    )

x = torch.arange(5.0).reshape(1, 1, 5).requires_grad_()
G = torch.tensor([[[2.0, 30.0, 200.0]]])
y = F.adaptive_avg_pool1d(x, 3)
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y[0, 0].tolist())
print("dx:", dx[0, 0].tolist())
