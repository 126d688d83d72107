import torch

x = torch.tensor([3.0, -1.0, 4.0, -2.0], requires_grad=True)
for m in (x > 0, x > 9):
    y = x[m]
    G = 10.0 ** torch.arange(len(y))
    (dx,) = torch.autograd.grad(y, x, G)
    print("m:", m.long().tolist())
    print("  c: ", (m.cumsum(0) - m.long()).tolist())
    print("  y: ", y.tolist(), "G:", G.tolist())
    print("  dx:", dx.tolist())
