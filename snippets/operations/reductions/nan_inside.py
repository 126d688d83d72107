import torch
from torch.linalg import vector_norm

x = torch.tensor([1.0, torch.nan, 3.0], requires_grad=True)
for name, y in {
    "sum": x.sum(),
    "nansum": x.nansum(),
    "nanmean": x.nanmean(),
    "max()": x.max(),
    "max(0)": x.max(0).values,
    "amax()": x.amax(),
    "median()": x.median(),
    "nanmedian()": x.nanmedian(),
    "logsumexp": x.logsumexp(0),
    "norm p=1": vector_norm(x, 1),
    "norm p=2": vector_norm(x),
    "norm p=inf": vector_norm(x, torch.inf),
    "prod": x.prod(),
    "var": x.var(),
}.items():
    (dx,) = torch.autograd.grad(y, x)
    print(f"{name:11} {y.item():3} dx:", *dx.tolist())
