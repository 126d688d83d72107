import math

import torch
import torch.nn.functional as F

x = torch.tensor([2.0, 4.0, 0.0, math.log(3)], requires_grad=True)
G = torch.tensor([8.0, 16.0])

y = F.glu(x)
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", *(f"{v:.4g}" for v in y.tolist()))
print("dx:", *(f"{v:.4g}" for v in dx.tolist()))
