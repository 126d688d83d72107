import torch
import torch.nn.functional as F

torch.manual_seed(0)
b, a = torch.randn(2, 4, dtype=torch.float64).requires_grad_()
G = torch.randn(4, dtype=torch.float64)

y = F.silu(b) * a
db, da = torch.autograd.grad(y, (b, a), G)

s = 1 / (1 + torch.exp(-b))
torch.testing.assert_close(da, (G * b * s).detach())
rule = G * a * (s + b * s * (1 - s))
torch.testing.assert_close(db, rule.detach())
print("da:", *(f"{v:.4f}" for v in da.tolist()))
print("db:", *(f"{v:.4f}" for v in db.tolist()))
