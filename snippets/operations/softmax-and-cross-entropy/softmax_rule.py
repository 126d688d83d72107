# checks #softmax #log-softmax
import torch

torch.manual_seed(0)
z = torch.randn(2, 3, 4, dtype=torch.float64, requires_grad=True)
G = torch.randn(2, 3, 4, dtype=torch.float64)

for dim in (0, 1, -1):
    p = z.softmax(dim)
    (dz,) = torch.autograd.grad(p, z, G)
    average = (G * p).sum(dim, keepdim=True)
    torch.testing.assert_close(dz, p * (G - average))

    (dz,) = torch.autograd.grad(z.log_softmax(dim), z, G)
    total = G.sum(dim, keepdim=True)
    torch.testing.assert_close(dz, G - p * total)
    print("dim:", dim, "slices:", z.numel() // z.shape[dim])
