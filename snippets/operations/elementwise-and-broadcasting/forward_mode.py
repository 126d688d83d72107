import torch
from torch.func import hessian, jvp

x = torch.tensor([1.0, 2.0])
b = torch.tensor(3.0)
u = torch.tensor([1.0, 10.0])
v = torch.tensor(100.0)

_, dy = jvp(torch.square, (x,), (u,))
print("x ** 2:", dy.tolist())
_, dy = jvp(torch.mul, (x, b), (u, v))
print("x * b: ", dy.tolist())


def loss(z):
    x, b = z[:2], z[2]
    return (x**3 * b).sum()


print("Hessian of sum(x ** 3 * b):")
for row in hessian(loss)(torch.tensor([1.0, 2.0, 3.0])):
    print(row.tolist())
