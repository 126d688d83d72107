import torch
from torch.func import jacfwd, jacrev

x = torch.tensor([2.0])
v = torch.tensor([5.0, 7.0])
t = torch.tensor([0, 0])


def product(v):
    return x.scatter_reduce(0, t, v, "prod").sum()


print("y:", product(v).item())
print("reverse:", jacrev(product)(v).tolist())
print("forward:", jacfwd(product)(v).tolist())
