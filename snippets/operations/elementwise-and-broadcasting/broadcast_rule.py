# checks #broadcast
import torch


def partials(name, a, b):
    return {
        "add": lambda: (1 + 0 * b, 1 + 0 * a),
        "mul": lambda: (b, a),
        "div": lambda: (1 / b, -a / b**2),
        "pow": lambda: (b * a ** (b - 1), a**b * a.log()),
    }[name]()


torch.manual_seed(0)
for p, q in (
    ((2, 3), (3,)),
    ((2, 3), ()),
    ((4, 1), (3,)),
    ((2, 1, 3), (4, 1)),
    ((1,), (2, 3)),
):
    a = torch.rand(p, dtype=torch.float64) + 0.5
    b = torch.rand(q, dtype=torch.float64) + 0.5
    for name in ("add", "mul", "div", "pow"):
        a.requires_grad_()
        b.requires_grad_()
        Y = getattr(torch, name)(a, b)
        G = torch.randn_like(Y)
        da, db = torch.autograd.grad(Y, (a, b), G)
        fa, fb = partials(name, a.detach(), b.detach())
        torch.testing.assert_close((G * fa).sum_to_size(p), da)
        torch.testing.assert_close((G * fb).sum_to_size(q), db)
    print(p, q, "->", tuple(Y.shape))
