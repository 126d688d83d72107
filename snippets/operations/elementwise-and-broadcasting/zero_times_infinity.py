import torch

for value in (0.0, 3.0):
    x = torch.tensor(value, requires_grad=True)
    s = x * x
    y = s.sqrt()
    ds, dx = torch.autograd.grad(y, (s, x))
    print(f"sqrt(x * x) {value:g} ds: {ds:.4g} dx: {dx:g}")
    (dx,) = torch.autograd.grad(x.abs(), x)
    print(f"abs(x)      {value:g} dx: {dx:g}")

x = torch.tensor(0.0, requires_grad=True)
(dx,) = torch.autograd.grad(0 * x.sqrt(), x)
print(f"0 * sqrt(0) dx: {dx:g}")
