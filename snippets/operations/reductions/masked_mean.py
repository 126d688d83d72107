import torch

x = torch.tensor([3.0, 1.0, 2.0], requires_grad=True)
for values in ([True, False, True], [False, False, False]):
    m = torch.tensor(values)
    n = m.sum()
    print("n:", n.item())
    for name, y in {
        "divide": (x * m).sum() / n,  # wrong
        "select": x[m].mean(),  # wrong
        "clamp ": (x * m).sum() / n.clamp(min=1),
    }.items():
        (dx,) = torch.autograd.grad(y, x)
        print(" ", name, f"y: {y.item()} dx:", dx.tolist())
