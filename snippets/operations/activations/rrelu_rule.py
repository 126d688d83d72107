# checks #rrelu
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(1000, dtype=torch.float64, requires_grad=True)
G = torch.randn_like(x)

for training in True, False:
    y = F.rrelu(x, 0.25, 0.75, training)
    a = (y / x).detach()
    (dx,) = torch.autograd.grad(y, x, G)
    rule = G * ((x > 0) + a * (x <= 0))
    torch.testing.assert_close(rule.detach(), dx)
    left = a[x <= 0]
    print(f"{training=}")
    print(f"  a: {left.min():.4f} ... {left.max():.4f}")
