import math

import torch

limits = torch.finfo(torch.float32)
print(f"largest: e^{math.log(limits.max):.1f}")

z = torch.tensor([200.0, 0.0], requires_grad=True)
e = z.exp()
for name, y in {
    "exp / sum": (e / e.sum()).log(),
    "softmax, log": z.softmax(0).log(),
    "log_softmax": z.log_softmax(0),
}.items():
    (dz,) = torch.autograd.grad(-y[1], z, retain_graph=True)
    print(f"{name:13}{-y[1].item():6}", dz.tolist())
