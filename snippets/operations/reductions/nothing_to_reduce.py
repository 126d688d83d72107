import torch

x = torch.zeros(2, 0, requires_grad=True)
for name, y in {
    "sum": x.sum(1),
    "prod": x.prod(1),
    "mean": x.mean(1),
    "logsumexp": x.logsumexp(1),
    "norm": torch.linalg.vector_norm(x, dim=1),
    "median": x.median(),
}.items():
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f"{name:9}", y.tolist(), "dx:", tuple(dx.shape))
x.amax(1)  # raises IndexError
