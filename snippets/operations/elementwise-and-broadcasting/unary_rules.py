# checks #elementwise #exp #log #sqrt #reciprocal #sin-and-cos #abs
import torch

torch.manual_seed(0)
u = torch.randn(3, 4, dtype=torch.float64)
for f, rule, x in (
    (torch.exp, lambda x, y, G: G * y, u),
    (torch.log, lambda x, y, G: G / x, u.abs()),
    (torch.sqrt, lambda x, y, G: G / (2 * y), u.abs()),
    (torch.reciprocal, lambda x, y, G: -G * y * y, u),
    (torch.sin, lambda x, y, G: G * x.cos(), u),
    (torch.cos, lambda x, y, G: -G * x.sin(), u),
    (torch.abs, lambda x, y, G: G.where(x > 0, -G), u),
    (torch.square, lambda x, y, G: G * 2 * x, u),
):
    x = x.clone().requires_grad_()
    y = f(x)
    G = torch.randn_like(y)
    (dx,) = torch.autograd.grad(y, x, G)
    with torch.no_grad():
        torch.testing.assert_close(rule(x, y, G), dx)
    print(f"{f.__name__:10}", y.grad_fn.name())
