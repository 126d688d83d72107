# checks #bce #bce-with-logits
import torch
import torch.nn.functional as F

torch.manual_seed(0)
z = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
p = torch.rand(4, 3, dtype=torch.float64, requires_grad=True)
y = torch.rand(4, 3, dtype=torch.float64, requires_grad=True)
c = torch.tensor([1.0, 2.0, 5.0], dtype=torch.float64)
seed = torch.tensor(3.0, dtype=torch.float64)

loss = F.binary_cross_entropy(p, y)
dp, dy = torch.autograd.grad(loss, (p, y), seed)
terms = y * p.log() + (1 - y) * (1 - p).log()
torch.testing.assert_close(loss, -terms.mean())
torch.testing.assert_close(dp, seed / 12 * (p - y) / (p * (1 - p)))
torch.testing.assert_close(dy, seed / 12 * ((1 - p) / p).log())

s = z.sigmoid()
loss = F.binary_cross_entropy_with_logits(z, y)
dz, dy = torch.autograd.grad(loss, (z, y), seed)
terms = (1 - y) * z + (1 + (-z).exp()).log()
torch.testing.assert_close(loss, terms.mean())
torch.testing.assert_close(dz, seed / 12 * (s - y))
torch.testing.assert_close(dy, -seed / 12 * z)

loss = F.binary_cross_entropy_with_logits(z, y, pos_weight=c)
(dz,) = torch.autograd.grad(loss, z, seed)
formula = (1 + (c - 1) * y) * s - c * y
torch.testing.assert_close(dz, seed / 12 * formula)
print("divided by:", z.numel())
