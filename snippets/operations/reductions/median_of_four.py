import torch

x = torch.tensor([4.0, 1.0, 3.0, 2.0], requires_grad=True)

for name, y in {
    "median": x.median(),
    "quantile": x.quantile(0.5),
}.items():
    (dx,) = torch.autograd.grad(y, x)
    print(f"{name:8} {y.item()} dx:", dx.tolist())
