import torch
from torch.linalg import vector_norm

x = torch.tensor([-3.0, 4.0, 5.0], dtype=torch.float64)
x.requires_grad_()
inf = torch.inf
for p, q in ((1, inf), (1.5, 3), (2, 2), (3, 1.5), (inf, 1)):
    y = vector_norm(x, p)
    (dx,) = torch.autograd.grad(y, x)
    print(f"{p=} {q=}", f"q-norm of dx: {vector_norm(dx, q):.6f}")
    torch.testing.assert_close((x * dx).sum(), y)
