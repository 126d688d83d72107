import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

x = torch.arange(1.0, 9.0).double().reshape(4, 2).requires_grad_()
v = torch.tensor([[1.5, 2.5], [3.5, 4.5]]).double().requires_grad_()
t, tt = torch.tensor([2, 0]), torch.tensor([[2, 0], [0, 1]])
twice, m = torch.tensor([2, 0, 2]), x.remainder(3) > 1
reads = {
    "x[1:, 0]": lambda x: x[1:, 0],
    "x[twice]": lambda x: x[twice],
    "x[m]": lambda x: x[m],
    "gather": lambda x: x.gather(0, tt),
    "embedding": lambda x: F.embedding(twice, x),
    "sort": lambda x: x.sort(0, descending=True).values,
}
writes = {
    "index_put": lambda x, v: x.index_put((t,), v),
    "scatter": lambda x, v: x.scatter(0, tt, v),
    "index_add": lambda x, v: x.index_add(0, t, v),
    "scatter_add": lambda x, v: x.scatter_add(0, tt, v),
    "amax": lambda x, v: x.scatter_reduce(0, tt, v, "amax"),
    "masked_fill": lambda x, v: x.masked_fill(m, v[0, 0]),
    "where": lambda x, v: torch.where(m, x, v[0]),
}
print(" " * 11, "reverse forward second")
for name, f in (reads | writes).items():
    inputs = (x,) if name in reads else (x, v)
    reverse = gradcheck(f, inputs)
    forward = gradcheck(f, inputs, check_forward_ad=True)
    second = gradgradcheck(f, inputs)
    print(f"{name:11}", f"{reverse!s:7}", f"{forward!s:7}", second)
