import torch


def f(x):
    return x**2 + 3 * x + 1


def g(u):
    return u**3 + 4 * u + 2


def g_of_f(x):
    return g(f(x))


def central(func, at, h):
    return (func(at + h) - func(at - h)) / (2 * h)


h = 2.0**-10
x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
y = g_of_f(x)
y.backward()

numeric = central(g_of_f, x.detach(), h)
print(f"f at 2:      {central(f, x.detach(), h):.6f}")
print(f"g at 11:     {central(g, f(x.detach()), h):.6f}")
print(f"g of f at 2: {numeric:.6f}")
print(f"x.grad:      {x.grad:.6f}")
torch.testing.assert_close(numeric, x.grad, rtol=1e-6, atol=0.0)
