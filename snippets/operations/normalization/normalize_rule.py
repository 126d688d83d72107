# checks #normalize
import torch
import torch.nn.functional as F

x = torch.tensor([3.0, 4.0], requires_grad=True)
y = F.normalize(x, dim=0)
(dx,) = torch.autograd.grad(y, x, torch.tensor([0.0, 125.0]))
print("y: ", y.detach())
print("dx:", dx)

torch.manual_seed(0)
x, G = torch.randn(2, 4, 7, dtype=torch.float64)
x.requires_grad_()
for dim in (0, 1):
    y = F.normalize(x, dim=dim)
    (dx,) = torch.autograd.grad(y, x, G)
    with torch.no_grad():
        length = (x * x).sum(dim, keepdim=True).sqrt()
        y = x / length
        rule = (G - y * (y * G).sum(dim, keepdim=True)) / length
    torch.testing.assert_close(rule, dx)

y = F.normalize(x, dim=1)
torch.testing.assert_close(7**0.5 * y, F.rms_norm(x, (7,), eps=0))
