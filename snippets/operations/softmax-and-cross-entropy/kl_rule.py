# checks #kl-div
import torch
import torch.nn.functional as F

torch.manual_seed(0)
x = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
q = torch.rand(4, 3, dtype=torch.float64, requires_grad=True)
u = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
seed = torch.tensor(3.0, dtype=torch.float64)

loss = F.kl_div(x, q, reduction="batchmean")
dx, dq = torch.autograd.grad(loss, (x, q), seed)
torch.testing.assert_close(loss, (q * (q.log() - x)).sum() / 4)
torch.testing.assert_close(dx, -seed / 4 * q)
torch.testing.assert_close(dq, seed / 4 * (q.log() - x + 1))

loss = F.kl_div(x, u, reduction="batchmean", log_target=True)
dx, du = torch.autograd.grad(loss, (x, u), seed)
torch.testing.assert_close(dx, -seed / 4 * u.exp())
torch.testing.assert_close(du, seed / 4 * u.exp() * (u - x + 1))
print("divided by:", len(x))
