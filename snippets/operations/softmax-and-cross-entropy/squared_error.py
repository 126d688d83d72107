import torch
import torch.nn.functional as F

t = torch.tensor(2)
for values in ([0.0, 0.0, 0.0], [10.0, 0.0, -10.0]):
    z = torch.tensor(values, requires_grad=True)
    p = z.softmax(0)
    r = p - F.one_hot(t)
    (a,) = torch.autograd.grad(r @ r / 2, z, retain_graph=True)
    (b,) = torch.autograd.grad(F.cross_entropy(z, t), z)
    torch.testing.assert_close(a, p * (r - r @ p))
    print("z:", values)
    print(f"squared error: {a.abs().max():.1e}")
    print(f"cross-entropy: {b.abs().max():.1e}")
