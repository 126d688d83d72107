import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0], dtype=torch.float64)
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0], dtype=torch.float64)
x.requires_grad_()

print("eps    sum     <dx, y>   5 b eps r^3")
for eps in (0.0, 1e-5, 5.0):
    y = F.layer_norm(x, (5,), eps=eps)
    (dx,) = torch.autograd.grad(y, x, G)
    with torch.no_grad():
        inner = dx @ y
        expected = 5 * (G * y).mean() * eps * (4 + eps) ** -1.5
        torch.testing.assert_close(inner, expected)
        total = round(dx.sum().item(), 9) + 0.0
    print(f"{eps:<6} {total:<7} {inner:<9.2g} {expected:.2g}")
