import torch

x = torch.tensor(2.0, requires_grad=True)

for _ in range(2):
    y = x**2 + 3 * x
    (g,) = torch.autograd.grad(y, x)
    print("g:", g, "x.grad:", x.grad)
