from functools import partial

import torch
import torch.nn.functional as F

pool = partial(
    F.max_pool1d, kernel_size=2, stride=1, padding=1, dilation=3
)

x = torch.tensor([[[7.0, 8.0]]])
y, m = pool(x, return_indices=True)
print("y:", y.item(), "m:", m.item())
torch.func.jvp(pool, (x,), (x,))  # raises RuntimeError
