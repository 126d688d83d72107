import torch
from torch.func import hessian, jvp

x = torch.tensor([5.0, 6.0, 7.0, 8.0])
u = torch.tensor([1.0, 2.0, 3.0, 4.0])
v, dv = torch.tensor([9.0, 9.0]), torch.tensor([30.0, 40.0])
t = torch.tensor([2, 0, 2])

print("read: ", jvp(lambda x: x[t], (x,), (u,))[1].tolist())


def write(x, v):
    return x.index_put((t[:2],), v)


print("write:", jvp(write, (x, v), (u, dv))[1].tolist())
print(hessian(lambda x: x[t].square().sum())(x))
