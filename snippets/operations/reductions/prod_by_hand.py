import torch

g = torch.tensor(10.0)
for values in (
    [2.0, 3.0, 4.0],
    [0.0, 3.0, 4.0],
    [0.0, 0.0, 4.0],
):
    x = torch.tensor(values, requires_grad=True)
    y = x.prod()
    (dx,) = torch.autograd.grad(y, x, g)
    print(values, "y:", y.item())
    print("  dx:    ", dx.tolist())
    print("  g*y/x: ", (g * y / x).tolist())  # wrong
