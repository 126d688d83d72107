from math import inf

import torch
import torch.nn.functional as F

first, second = torch.tensor([[0], [1]])
ignored, nothing = torch.tensor([-100]), torch.tensor([]).long()
one_hot = torch.tensor([[1.0, 0.0]])
w = torch.tensor([0.0, 1.0])


def show(name, logits, target, **options):
    z = torch.tensor(logits).reshape(-1, 2).requires_grad_()
    loss = F.cross_entropy(z, target, **options)
    (dz,) = torch.autograd.grad(loss, z)
    dz = " ".join(f"{v:zg}" for v in dz.flatten())
    print(f"{name:19}{loss.item():z4g}  {dz}".rstrip())


print("                   loss  dz")
show("z[t] -inf", [0.0, -inf], second)
show("z[k] -inf", [0.0, -inf], first)
show("z[k] -inf, one-hot", [0.0, -inf], one_hot)
show("z[k] -inf, smooth", [0.0, -inf], first, label_smoothing=0.5)
show("z -inf", [-inf, -inf], first)
show("ignored", [0.0, 0.0], ignored)
show("ignored, sum", [0.0, 0.0], ignored, reduction="sum")
show("weight 0", [0.0, 0.0], first, weight=w)
show("N = 0", [], nothing)
show("N = 0, sum", [], nothing, reduction="sum")
