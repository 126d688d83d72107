import torch

x = torch.tensor(2.0, requires_grad=True)

for seed in (None, torch.tensor(1.0), torch.tensor(10.0)):
    x.grad = None
    y = x**2 + 3 * x
    y.retain_grad()
    y.backward(seed)
    print("seed:", seed, "y.grad:", y.grad, "x.grad:", x.grad)
