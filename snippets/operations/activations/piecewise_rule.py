# checks #relu #leaky-relu #hardtanh #hardsigmoid
# checks #threshold #hardshrink #softshrink
import torch
import torch.nn.functional as F

x = (torch.arange(-512.0, 513) / 64).double()  # -8, ..., 8
x.requires_grad_()
torch.manual_seed(0)
G = torch.randn_like(x)

for name, f, slope in (
    ("relu", F.relu, lambda x: 1 * (x > 0)),
    (
        "leaky_relu",
        lambda x: F.leaky_relu(x, 0.25),
        lambda x: (x > 0) + 0.25 * (x <= 0),
    ),
    ("relu6", F.relu6, lambda x: (x > 0) & (x < 6)),
    ("hardtanh", F.hardtanh, lambda x: (x > -1) & (x < 1)),
    (
        "hardsigmoid",
        F.hardsigmoid,
        lambda x: ((x > -3) & (x < 3)) / 6,
    ),
    (
        "threshold",
        lambda x: F.threshold(x, 2, -9),
        lambda x: x > 2,
    ),
    ("hardshrink", F.hardshrink, lambda x: x.abs() > 0.5),
    ("softshrink", F.softshrink, lambda x: x.abs() > 0.5),
):
    (dx,) = torch.autograd.grad(f(x), x, G)
    torch.testing.assert_close(G * slope(x.detach()), dx)
    zeros = torch.count_nonzero(dx.eq(0)).item()
    print(f"{name:11} dx = 0: {zeros:4} / {len(x)}")
