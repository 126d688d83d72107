import torch

x = torch.tensor([3.0, 4.0], requires_grad=True)
g = torch.tensor(10.0)

for name, y in {
    "sum": x.sum(),
    "mean": x.mean(),
    "amax": x.amax(),
    "prod": x.prod(),
    "norm": torch.linalg.vector_norm(x),
    "var": x.var(),
}.items():
    (dx,) = torch.autograd.grad(y, x, g)
    print(f"{name:4} y: {y.item():4} dx:", dx.tolist())
