import torch


def f(x):
    return torch.stack([x[0] * x[1], x[0] + x[1], x[0] ** 2])


x = torch.tensor([2.0, 3.0])
J = torch.autograd.functional.jacobian(f, x)
print("x:", tuple(x.shape), "y:", tuple(f(x).shape))
print("J:", tuple(J.shape))
print(J)
print("J[2, 0]:", J[2, 0])
