import torch
from torch.linalg import vector_norm

x = torch.tensor([3.0, 1.0, 3.0], requires_grad=True)

for name, y in {
    "max()": x.max(),
    "amax(0)": x.amax(0),
    "aminmax()": x.aminmax().max,
    "median()": x.median(),
    "inf norm": vector_norm(x, torch.inf),
    "max(0)": x.max(0).values,
    "median(0)": x.median(0).values,
    "kthvalue(3)": x.kthvalue(3).values,
    "topk(1)": x.topk(1).values,
    "cummax(0)": x.cummax(0).values[-1],
}.items():
    (dx,) = torch.autograd.grad(y, x)
    verdict = "splits" if dx.count_nonzero() == 2 else "chooses"
    print(f"{name:11} {verdict:7}", dx.tolist())
