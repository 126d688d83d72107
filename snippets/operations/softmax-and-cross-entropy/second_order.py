import torch
import torch.nn.functional as F

z = torch.tensor([1.0, 2.0, 5.0]).log()
t = torch.tensor(2)


def loss(z):
    return F.cross_entropy(z, t)


u = torch.tensor([1.0, 0.0, 2.0])
_, slope = torch.func.jvp(loss, (z,), (u,))
print(f"forward mode: {slope:.4f}")
H = torch.func.hessian(loss)(z)
print("64 H:", (64 * H).round(), sep="\n")
