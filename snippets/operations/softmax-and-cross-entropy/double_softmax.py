import torch
import torch.nn.functional as F

t = torch.tensor(2)
for values in ([10.0, 0.0, -10.0], [-10.0, 0.0, 10.0]):
    z = torch.tensor(values, requires_grad=True)
    twice = F.cross_entropy(z.softmax(0), t)  # wrong
    once = F.cross_entropy(z, t)
    print("z:", values)
    for name, loss in {"twice": twice, "once": once}.items():
        (dz,) = torch.autograd.grad(loss, z)
        print(f"{name:6}{loss:8.4f}  largest: {dz.abs().max():.1e}")
