import torch
from torch.func import jacfwd, jacrev

x = torch.tensor([1.0, 2.0, 3.0])
v = torch.tensor([5.0, 7.0])
t = torch.tensor([0, 0])
h = 0.5 * torch.eye(2)

for name, write in {
    "index_put": lambda v: x.index_put((t,), v),
    "scatter": lambda v: x.scatter(0, t, v),
    "index_copy": lambda v: x.index_copy(0, t, v),
    "index_add": lambda v: x.index_add(0, t, v),
}.items():
    slopes = [(write(v + e) - write(v - e))[0].item() for e in h]
    print(name, write(v).tolist())
    print("  reverse:", jacrev(write)(v)[0].tolist())
    print("  forward:", jacfwd(write)(v)[0].tolist())
    print("  slopes: ", slopes)
