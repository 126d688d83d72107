import torch


def f(x):
    return x**2 + 3 * x + 1


def g(u):
    return u**3 + 4 * u + 2


x = torch.tensor(2.0, requires_grad=True)
u = f(x)
u.retain_grad()
y = g(u)
y.retain_grad()
y.backward()

print(f"x: {x}")
print(f"u: {u}")
print(f"y: {y}")
print(f"y.grad: {y.grad}")
print(f"u.grad: {u.grad}")
print(f"x.grad: {x.grad}")
