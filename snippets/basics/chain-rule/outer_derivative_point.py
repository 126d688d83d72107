import torch


def f_prime(x):
    return 2 * x + 3


def g_prime(u):
    return 3 * u**2 + 4


x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
y = u**3 + 4 * u + 2
y.backward()

with torch.no_grad():
    at_x = g_prime(x) * f_prime(x)  # wrong
    at_u = g_prime(u) * f_prime(x)
    print("g_prime(x) * f_prime(x):", at_x)
    print("g_prime(u) * f_prime(x):", at_u)
print("x.grad:                 ", x.grad)
