# checks #rms-norm
import torch
import torch.nn.functional as F

x = torch.tensor([3.0, 1.0, 0.0, -1.0, 3.0], requires_grad=True)
G = torch.tensor([0.0, 1.0, 5.0, 2.0, 7.0])
y = F.rms_norm(x, (5,), eps=0)
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y.tolist())
print("dx:", [round(v, 4) + 0.0 for v in dx.tolist()])


def vjp(x, gamma, G, eps):
    m = x.shape[-1]
    r = (x.square().sum(-1, keepdim=True) / m + eps) ** -0.5
    xhat = r * x
    h = gamma * G
    b = (h * xhat).sum(-1, keepdim=True) / m
    return r * (h - b * xhat), (G * xhat).sum(0)


torch.manual_seed(0)
x, G = torch.randn(2, 4, 7, dtype=torch.float64)
gamma = torch.randn(7, dtype=torch.float64)
for eps in (0.0, 1e-6, 0.5):
    inputs = [it.clone().requires_grad_() for it in (x, gamma)]
    y = F.rms_norm(inputs[0], (7,), inputs[1], eps)
    found = torch.autograd.grad(y, inputs, G)
    torch.testing.assert_close(vjp(x, gamma, G, eps), found)
    print("eps:", eps, *[tuple(it.shape) for it in found])
