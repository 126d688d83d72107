import torch

t = torch.tensor([0, 1, 0])
v = torch.tensor([1.0, 10.0, 100.0], requires_grad=True)

for name, y in {
    "scatter": torch.zeros(2).scatter(0, t, v),  # wrong
    "scatter_add": torch.zeros(2).scatter_add(0, t, v),
}.items():
    (dv,) = torch.autograd.grad(y.sum(), v)
    print(name, y.tolist())
    print("  dv:", dv.tolist())
