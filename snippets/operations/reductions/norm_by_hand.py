import torch
from torch.linalg import vector_norm

for p, values, g in (
    (1, [-3.0, 4.0, 5.0], 7.0),
    (2, [2.0, -3.0, 6.0], 7.0),
    (3, [-3.0, 4.0, 5.0], 36.0),
    (torch.inf, [-5.0, 4.0, 5.0], 8.0),
):
    x = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    y = vector_norm(x, p)
    (dx,) = torch.autograd.grad(y, x, torch.tensor(g).double())
    print(f"{p=}", values, f"y: {y:.0f} g: {g:.0f}")
    print("  dx:", [round(v, 6) for v in dx.tolist()])
