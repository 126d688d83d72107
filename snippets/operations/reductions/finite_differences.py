import torch
from torch.autograd import gradcheck, gradgradcheck
from torch.linalg import vector_norm

torch.manual_seed(0)
X = torch.randperm(12).double().reshape(3, 4) - 5.25
X.requires_grad_()

print(" " * 10, "reverse forward second")
for name, f in {
    "sum": lambda X: X.sum(1),
    "mean": lambda X: X.mean(),
    "max": lambda X: X.max(1).values,
    "amax": lambda X: X.amax((0, 1)),
    "median": lambda X: X.median(1).values,
    "logsumexp": lambda X: X.logsumexp(0),
    "norm p=1": lambda X: vector_norm(X, 1, dim=1),
    "norm p=2": lambda X: vector_norm(X),
    "norm p=3": lambda X: vector_norm(X, 3, dim=0),
    "norm inf": lambda X: vector_norm(X, torch.inf),
    "prod": lambda X: (X + 0.25).prod(1),
    "var": lambda X: X.var(1),
    "std": lambda X: X.std(1, correction=0),
    "cumsum": lambda X: X.cumsum(1),
    "cumprod": lambda X: (X + 0.25).cumprod(1),
    "cummax": lambda X: X.cummax(1).values,
}.items():
    reverse = gradcheck(f, X)
    forward = gradcheck(f, X, check_forward_ad=True)
    second = gradgradcheck(f, X)
    print(f"{name:10} {reverse!s:7} {forward!s:7} {second}")
