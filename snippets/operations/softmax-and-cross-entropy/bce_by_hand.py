import torch
import torch.nn.functional as F

z = torch.tensor([4.0, 1.0]).log().requires_grad_()
y = torch.tensor([0.0, 1.0])

p = z.sigmoid()
p.retain_grad()
F.binary_cross_entropy(p, y).backward()
print("p:", p.detach())
print("p.grad:", p.grad)
print("z.grad:", z.grad)

loss = F.binary_cross_entropy_with_logits(z, y)
print("logits:", torch.autograd.grad(loss, z)[0])
print("by hand:", (p.detach() - y) / 2)
