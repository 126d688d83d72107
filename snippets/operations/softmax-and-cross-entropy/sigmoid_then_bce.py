import torch
import torch.nn.functional as F

y = torch.tensor(1.0)
print("   z        p  two-step  one-step")
for value in (-10.0, -25.0, -30.0, -110.0):
    z = torch.tensor(value, requires_grad=True)
    p = z.sigmoid()
    two_steps = F.binary_cross_entropy(p, y)
    one_step = F.binary_cross_entropy_with_logits(z, y)
    (a,) = torch.autograd.grad(two_steps, z)
    (b,) = torch.autograd.grad(one_step, z)
    print(f"{value:4g}  {p:7.1e}  {a.item():z9.5f}  {b.item():z8.5f}")
