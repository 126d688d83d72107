import torch
from torch.autograd.functional import jacobian


def f(x):
    return torch.stack([x[0] * x[1], x[0] + x[1], x[0] ** 2])


def g(y):
    return torch.stack([y[0] * y[2], y[1] + y[2]])


x = torch.tensor([2.0, 3.0])
Jf, Jg = jacobian(f, x), jacobian(g, f(x))
whole = jacobian(lambda x: g(f(x)), x)
Df, Dg = Jf.T, Jg.T
print("Jg @ Jf:", (Jg @ Jf).tolist())
print("whole:", whole.tolist())
print("Df @ Dg:", (Df @ Dg).tolist())
print("whole.T:", whole.T.tolist())
