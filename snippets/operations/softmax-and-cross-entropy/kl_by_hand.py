import torch
import torch.nn.functional as F

z = torch.tensor([[1.0, 2.0, 5.0]]).log().requires_grad_()
q = torch.tensor([[0.5, 0.375, 0.125]])

x = z.log_softmax(1)
kl = F.kl_div(x, q, reduction="batchmean")
ce = F.cross_entropy(z, q)
dx, dz = torch.autograd.grad(kl, (x, z))
print("dx:", dx, sep="\n")
print("dz:", dz, sep="\n")
(dz,) = torch.autograd.grad(ce, z)
print("dz of ce:", dz, sep="\n")
print("ce - kl:", (ce - kl).detach())
print("entropy:", -(q * q.log()).sum())
