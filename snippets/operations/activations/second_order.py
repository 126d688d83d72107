import math

import torch
import torch.nn.functional as F
from torch.func import grad, jvp

x = torch.tensor(math.log(3))
u = torch.tensor(16.0)
names = "relu,sigmoid,tanh,softplus,silu"
for name in names.split(","):
    f = getattr(F, name)
    forward = jvp(f, (x,), (u,))[1]
    reverse = u * grad(f)(x)
    second = grad(grad(f))(x)
    cells = f"{forward:8.4f} {reverse:8.4f} {second:8.4f}"
    print(f"{name:8}", cells)
