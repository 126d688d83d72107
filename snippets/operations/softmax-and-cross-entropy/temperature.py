import torch
import torch.nn.functional as F

z = torch.tensor([1.0, 4.0, 25.0]).log().requires_grad_()
T = torch.tensor(2.0, requires_grad=True)
t = torch.tensor(2)

loss = F.cross_entropy(z / T, t)
dz, dT = torch.autograd.grad(loss, (z, T))
p = (z / T).softmax(0)
print("p:", p.detach(), sep="\n")
print("16 dz:", (16 * dz).round())
torch.testing.assert_close(dz, (p - F.one_hot(t, 3)) / T)
torch.testing.assert_close(dT, -(dz * z).sum() / T)
