import torch

x = torch.tensor([1.0, 3.0, 5.0], requires_grad=True)
for name, y, g in (
    ("var()", x.var(), 1.0),
    ("var(correction=0)", x.var(correction=0), 3.0),
    ("std()", x.std(), 4.0),
):
    (dx,) = torch.autograd.grad(y, x, torch.tensor(g))
    print(name, f"{y:.4f} g: {g:.0f}")
    print("  dx:", [round(v, 4) for v in dx.tolist()])
