import torch
import torch.nn.functional as F

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
q = torch.tensor([0.5, 0.375, 0.125], requires_grad=True)

loss = F.cross_entropy(z, q)
dz, dq = torch.autograd.grad(loss, (z, q))
print("p - q:", (z.softmax(0) - q).detach(), sep="\n")
print("dz:", dz, sep="\n")
print("exp(dq):", dq.exp(), sep="\n")

(dz,) = torch.autograd.grad(F.cross_entropy(z, 2 * q), z)
print("dz for 2 q:", dz, sep="\n")
