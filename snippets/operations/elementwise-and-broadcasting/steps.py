import torch

for name in ("sign", "floor", "ceil", "round", "trunc", "frac"):
    x = torch.tensor([-1.25, 2.75], requires_grad=True)
    y = getattr(torch, name)(x)
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f"{name:6}", y.tolist(), dx.tolist())

a = torch.tensor(7.0, requires_grad=True)
b = torch.tensor(2.0, requires_grad=True)
y = torch.div(a, b, rounding_mode="floor")
da, db = torch.autograd.grad(y, (a, b))
print(f"div       {y:g} da: {da:g} db: {db:g}")
y = torch.remainder(a, b)
da, db = torch.autograd.grad(y, (a, b))
print(f"remainder {y:g} da: {da:g} db: {db:g}")
print("a // b:", (a // b).grad_fn.name())
