import torch


def show(name, f, values, G):
    x = torch.tensor(values, requires_grad=True)
    y = f(x)
    (dx,) = torch.autograd.grad(y, x, torch.tensor(G))
    print(name, values)
    print("  y: ", y.tolist())
    print("  dx:", dx.tolist())


G = [1.0, 10.0, 100.0]
show("cumsum", lambda x: x.cumsum(0), [2.0, 3.0, 4.0], G)
show("cumprod", lambda x: x.cumprod(0), [2.0, 3.0, 4.0], G)
show("cumprod", lambda x: x.cumprod(0), [2.0, 0.0, 4.0], G)
show("cummax", lambda x: x.cummax(0).values, [3.0, 1.0, 3.0], G)
