import torch
import torch.nn.functional as F
from torch.func import hessian, jvp

x = torch.tensor([[[1.0, 4.0, 3.0, 2.0]]])
u = torch.tensor([[[1.0, 10.0, 100.0, 1000.0]]])

for pool in (F.max_pool1d, F.avg_pool1d):
    y, dy = jvp(lambda x: pool(x, 2), (x,), (u,))
    H = hessian(lambda x: pool(x, 2).square().sum())(x)
    print("y:", y[0, 0].tolist(), "jvp:", dy[0, 0].tolist())
    print(*H.reshape(4, 4).tolist(), sep="\n")
