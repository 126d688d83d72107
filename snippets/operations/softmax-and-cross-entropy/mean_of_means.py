import torch
import torch.nn.functional as F

z = torch.zeros(8, 2, requires_grad=True)
t = torch.tensor([0, 0, 0, 0, 0, -100, -100, -100])
parts = ((z[:4], t[:4]), (z[4:], t[4:]))


def show(name, loss):
    (dz,) = torch.autograd.grad(loss, z)
    print(f"{name}:", dz[[0, 4], 0])


show("whole", F.cross_entropy(z, t))

means = [F.cross_entropy(*part) for part in parts]
show("means", sum(means) / 2)  # wrong

sums = [F.cross_entropy(*part, reduction="sum") for part in parts]
show("sums", sum(sums) / (t >= 0).sum())
