import torch
import torch.nn.functional as F

five = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0])
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0])

for name, x in {"x": five, "2x + 100": 2 * five + 100}.items():
    x.requires_grad_()
    y = F.layer_norm(x, (5,), eps=0)
    (dx,) = torch.autograd.grad(y, x, G)
    print(name)
    print("  y: ", [round(v, 3) for v in y.tolist()])
    print("  dx:", [round(v, 3) + 0.0 for v in dx.tolist()])
