import torch
from torch.linalg import vector_norm

X = torch.ones(2, 3, requires_grad=True)


def saved(node):
    names = [name for name in dir(node) if name.startswith("_saved_")]
    kept = [n for n in names if torch.is_tensor(getattr(node, n))]
    return " ".join(n.removeprefix("_saved_") for n in kept) or "-"


for name, Y in {
    "sum(1)": X.sum(1),
    "mean(1)": X.mean(1),
    "cumsum(1)": X.cumsum(1),
    "max(1)": X.max(1).values,
    "median(1)": X.median(1).values,
    "cummax(1)": X.cummax(1).values,
    "max()": X.max(),
    "amax(1)": X.amax(1),
    "var(1)": X.var(1),
    "std(1)": X.std(1),
    "logsumexp(1)": X.logsumexp(1),
    "vector_norm": vector_norm(X, dim=1),
    "prod(1)": X.prod(1),
    "cumprod(1)": X.cumprod(1),
}.items():
    print(f"{name:12}", saved(Y.grad_fn))
