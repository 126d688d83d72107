import torch


def show(f, points):
    for p, q in points:
        a = torch.tensor(p, requires_grad=True)
        b = torch.tensor(q, requires_grad=True)
        y = f(a, b)
        da, db = torch.autograd.grad(y, (a, b))
        print(f"{p:4g} {q:4.2g} {y:z5.4g} {da:z6.4g} {db:z6.4g}")


print("a / b         y     da     db")
show(torch.div, ((1.0, 0.0), (0.0, 0.0), (1.0, torch.inf)))
print("x ** p        y     dx     dp")
show(
    torch.pow,
    (
        (0.0, 0.0),
        (0.0, 1.0),
        (0.0, 2.0),
        (0.0, 0.5),
        (0.0, -1.0),
        (-2.0, 2.0),
        (-8.0, 1 / 3),
    ),
)
