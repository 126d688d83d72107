# checks #elu #celu #selu
import torch
import torch.nn.functional as F

x = (torch.arange(-512.0, 513) / 64).double()  # -8, ..., 8
x.requires_grad_()
torch.manual_seed(0)
G = torch.randn_like(x)
ALPHA, LAMBDA = 1.6732632423543772, 1.0507009873554805


def elu_slope(x, alpha):
    return (x > 0) + alpha * x.exp() * (x <= 0)


for name, f, slope in (
    ("elu", lambda x: F.elu(x, 2.0), lambda x: elu_slope(x, 2)),
    (
        "celu",
        lambda x: F.celu(x, 2.0),
        lambda x: (x > 0) + (x / 2).exp() * (x <= 0),
    ),
    ("selu", F.selu, lambda x: LAMBDA * elu_slope(x, ALPHA)),
):
    (dx,) = torch.autograd.grad(f(x), x, G)
    torch.testing.assert_close(G * slope(x.detach()), dx)
    print(f"{name:4} slopes at -8, 8:", end="")
    print(f"{dx[0] / G[0]:8.4f}{dx[-1] / G[-1]:8.4f}")
