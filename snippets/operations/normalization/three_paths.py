import torch

x = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0], dtype=torch.float64)
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0], dtype=torch.float64)

direct, mean, variance = (x.clone().requires_grad_() for _ in range(3))
mu = mean.mean()
v = variance.var(correction=0)
xhat = (direct - mu) / v.sqrt()

paths = torch.autograd.grad(xhat, (direct, mean, variance), G)
print("xhat     ", xhat.tolist())
for name, dx in (
    ("direct", paths[0]),
    ("mean", paths[1]),
    ("variance", paths[2]),
    ("sum", sum(paths)),
):
    print(f"{name:8} ", [round(v, 4) + 0.0 for v in dx.tolist()])
