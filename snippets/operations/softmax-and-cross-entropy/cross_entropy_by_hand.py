import torch
import torch.nn.functional as F

odds = torch.tensor([[1.0, 2.0, 5.0], [1.0, 1.0, 2.0]])
z = odds.log().requires_grad_()
t = torch.tensor([2, 0])

print("p:", z.softmax(1).detach(), sep="\n")
for reduction in ("mean", "sum"):
    loss = F.cross_entropy(z, t, reduction=reduction)
    (dz,) = torch.autograd.grad(loss, z)
    print(f"{reduction}:", dz, sep="\n")

losses = F.cross_entropy(z, t, reduction="none")
(dz,) = torch.autograd.grad(losses, z, torch.tensor([2.0, 3.0]))
print("none, G = (2, 3):", dz, sep="\n")
