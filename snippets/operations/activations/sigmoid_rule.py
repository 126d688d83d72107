# checks #sigmoid #tanh #tanhshrink
# checks #softplus #logsigmoid #softsign
import torch
import torch.nn.functional as F


def s(x):
    return 1 / (1 + torch.exp(-x))


def t(x):
    return (1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))


x = (torch.arange(-512.0, 513) / 64).double()  # -8, ..., 8
x.requires_grad_()
torch.manual_seed(0)
G = torch.randn_like(x)

for name, f, slope in (
    ("sigmoid", torch.sigmoid, lambda x: s(x) * (1 - s(x))),
    ("tanh", torch.tanh, lambda x: 1 - t(x) ** 2),
    ("tanhshrink", F.tanhshrink, lambda x: t(x) ** 2),
    ("softplus", lambda x: F.softplus(x, 2), lambda x: s(2 * x)),
    ("logsigmoid", F.logsigmoid, lambda x: s(-x)),
    ("softsign", F.softsign, lambda x: 1 / (1 + abs(x)) ** 2),
):
    (dx,) = torch.autograd.grad(f(x), x, G)
    torch.testing.assert_close(G * slope(x.detach()), dx)
    at = slope(torch.tensor([-8, 0, 8]).double())
    print(f"{name:10}", *(f"{v:8.1e}" for v in at.tolist()))
