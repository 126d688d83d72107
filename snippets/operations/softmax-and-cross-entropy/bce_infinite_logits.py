from itertools import product
from math import inf

import torch
import torch.nn.functional as F

print("   z  y  loss  dz")
for value, y in product((-inf, inf), (0.0, 1.0)):
    z = torch.tensor(value, requires_grad=True)
    target = torch.tensor(y)
    loss = F.binary_cross_entropy_with_logits(z, target)
    (dz,) = torch.autograd.grad(loss, z)
    print(f"{value:4g}  {y:g}  {loss.item():4g}  {dz.item():z2g}")
