import torch


def g_of_f(x):
    u = x**2 + 3 * x + 1
    return u**3 + 4 * u + 2


x = torch.tensor(2.0, dtype=torch.float64)
for k in (8, 9, 10, 11):
    h = 2.0**-k
    numeric = (g_of_f(x + h) - g_of_f(x - h)) / (2 * h)
    error = numeric - 2569
    print(f"h=2**-{k:<2} error={error:.6f} 805*h*h={805 * h * h:.6f}")
