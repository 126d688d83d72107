# checks #cumsum #cumprod #cummax
import math

import torch

torch.manual_seed(0)
v = [2.0, -1.0, 2.0, 0.0, 3.0, 0.0, 3.0]
n = len(v)
x = torch.tensor(v, dtype=torch.float64, requires_grad=True)
G = torch.randn(n, dtype=torch.float64)

sums, prods, maxima = torch.zeros(3, n, dtype=torch.float64)
for i in range(n):
    last = max(range(i + 1), key=lambda j: (v[j], j))
    maxima[last] += G[i]
    for j in range(i + 1):
        sums[j] += G[i]
        others = v[:j] + v[j + 1 : i + 1]
        prods[j] += G[i] * math.prod(others)

for name, y, expected in (
    ("cumsum", x.cumsum(0), sums),
    ("cumprod", x.cumprod(0), prods),
    ("cummax", x.cummax(0).values, maxima),
):
    (dx,) = torch.autograd.grad(y, x, G)
    torch.testing.assert_close(expected, dx)
    print(f"{name:7}", *map(int, y.tolist()))
