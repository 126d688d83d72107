from math import inf

import torch


def row(values):
    return " ".join(f"{v:zg}" for v in values)


G = torch.tensor([1.0, 0.0])
print("z          p        log p     dz")
for values in (
    [1000, 0],
    [-inf, 0],
    [-inf, -inf],
    [inf, 0],
    [inf, inf],
):
    z = torch.tensor(values, dtype=torch.float32, requires_grad=True)
    y = z.log_softmax(0)
    (dz,) = torch.autograd.grad(y, z, G)
    print(f"{row(values):11}{row(z.softmax(0)):9}", end="")
    print(f"{row(y):10}{row(dz)}")
