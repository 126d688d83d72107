# checks #add-and-sub #mul #div #pow
import torch

torch.manual_seed(0)
a = torch.rand(3, 4, dtype=torch.float64) + 0.5
b = torch.randn(3, 4, dtype=torch.float64)
G = torch.randn(3, 4, dtype=torch.float64)
a.requires_grad_()
b.requires_grad_()

for f, rule in (
    (torch.add, lambda a, b, y: (G, G)),
    (torch.sub, lambda a, b, y: (G, -G)),
    (torch.mul, lambda a, b, y: (G * b, G * a)),
    (torch.div, lambda a, b, y: (G / b, -G * y / b)),
    (
        torch.pow,
        lambda a, b, y: (G * b * a ** (b - 1), G * y * a.log()),
    ),
):
    y = f(a, b)
    grads = torch.autograd.grad(y, (a, b), G)
    with torch.no_grad():
        torch.testing.assert_close(rule(a, b, y), grads)
    print(f.__name__, y.grad_fn.name())

y = torch.sub(a, b, alpha=3)
grads = torch.autograd.grad(y, (a, b), G)
torch.testing.assert_close((G, -3 * G), grads)
print("alpha:", y.grad_fn._saved_alpha)
