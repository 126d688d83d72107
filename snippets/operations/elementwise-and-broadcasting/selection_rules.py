# checks #where #maximum #clamp
import torch

torch.manual_seed(0)
a = torch.randint(-3, 4, (6, 8)).double().requires_grad_()
b = torch.randint(-3, 4, (6, 8)).double().requires_grad_()
c = torch.randn(6, 8) > 0
G = torch.randn(6, 8, dtype=torch.float64)
more, less, tie = a > b, a < b, torch.eq(a, b)


def check(y, inputs, rule):
    grads = torch.autograd.grad(y, inputs, G)
    torch.testing.assert_close(rule, grads)


check(torch.where(c, a, b), (a, b), (c * G, ~c * G))
rule = (more + tie / 2) * G, (less + tie / 2) * G
check(torch.maximum(a, b), (a, b), rule)
rule = (less + tie / 2) * G, (more + tie / 2) * G
check(torch.minimum(a, b), (a, b), rule)

inside = (a >= -1) & (a <= 2)
check(a.clamp(-1, 2), (a,), (inside * G,))
lo = torch.full_like(a, -1, requires_grad=True)
hi = torch.full_like(a, 2, requires_grad=True)
rule = inside * G, (a < -1) * G, (a > 2) * G
check(a.clamp(lo, hi), (a, lo, hi), rule)

bound = torch.eq(a, -1) | torch.eq(a, 2)
print("elements:  ", a.numel())
print("tied:      ", tie.sum().item())
print("at a bound:", bound.sum().item())
