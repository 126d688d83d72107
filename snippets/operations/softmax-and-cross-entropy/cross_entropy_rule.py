# checks #cross-entropy
import torch
import torch.nn.functional as F

torch.manual_seed(0)
z = torch.randn(5, 4, dtype=torch.float64, requires_grad=True)
t = torch.tensor([0, 3, 1, 1, 2])
seed = torch.tensor(3.0, dtype=torch.float64)

loss = F.cross_entropy(z, t)
(dz,) = torch.autograd.grad(loss, z, seed)

p = z.softmax(1)
picked = p[range(5), t]
torch.testing.assert_close(loss, -picked.log().mean())
torch.testing.assert_close(dz, seed / 5 * (p - F.one_hot(t)))
torch.testing.assert_close(dz.sum(1), torch.zeros_like(picked))
print("dz:", tuple(dz.shape))
