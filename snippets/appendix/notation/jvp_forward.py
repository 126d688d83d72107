import torch


def f(x):
    return torch.stack([x[0] * x[1], x[0] + x[1], x[0] ** 2])


J = torch.tensor([[3.0, 2.0], [1.0, 1.0], [4.0, 0.0]])
x = torch.tensor([2.0, 3.0])
u = torch.tensor([1.0, 10.0])
_, Ju = torch.func.jvp(f, (x,), (u,))
print("jvp:", Ju)
print("J @ u:", J @ u)
