# checks #soft-targets #label-smoothing
import torch
import torch.nn.functional as F

torch.manual_seed(0)
z = torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
q = torch.rand(4, 3, dtype=torch.float64, requires_grad=True)
t = torch.tensor([0, 2, 1, 2])
w = torch.tensor([1.0, 2.0, 5.0], dtype=torch.float64)
seed = torch.tensor(3.0, dtype=torch.float64)
p = z.softmax(1)

loss = F.cross_entropy(z, q)
dz, dq = torch.autograd.grad(loss, (z, q), seed)
s = q.sum(1, keepdim=True)
torch.testing.assert_close(loss, -(q * p.log()).sum() / 4)
torch.testing.assert_close(dz, seed / 4 * (s * p - q))
torch.testing.assert_close(dq, -seed / 4 * p.log())

loss = F.cross_entropy(z, t, label_smoothing=0.1)
(dz,) = torch.autograd.grad(loss, z, seed)
q = 0.9 * F.one_hot(t).double() + 0.1 / 3
torch.testing.assert_close(loss, -(q * p.log()).sum() / 4)
torch.testing.assert_close(dz, seed / 4 * (p - q))

loss = F.cross_entropy(z, t, weight=w, label_smoothing=0.1)
(dz,) = torch.autograd.grad(loss, z, seed)
s = (w * q).sum(1, keepdim=True)
W = w[t].sum()
torch.testing.assert_close(dz, seed / W * (s * p - w * q))
print("dz:", tuple(dz.shape), "dq:", tuple(dq.shape))
