# checks #class-weights
import torch
import torch.nn.functional as F

torch.manual_seed(0)
z = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
w = torch.tensor([1.0, 2.0, 5.0], dtype=torch.float64)
t = torch.tensor([0, -100, 2, 1, 2])
seed = torch.tensor(3.0, dtype=torch.float64)

loss = F.cross_entropy(z, t, weight=w)
(dz,) = torch.autograd.grad(loss, z, seed)

formula = torch.zeros_like(z)
kept = t >= 0
p, t = z[kept].softmax(1), t[kept]
W = w[t].sum()
formula[kept] = seed / W * w[t][:, None] * (p - F.one_hot(t))
picked = p[range(4), t]
torch.testing.assert_close(loss, -(w[t] * picked.log()).sum() / W)
torch.testing.assert_close(dz, formula)
print("weights:", w[t].tolist(), "W:", W.item())
