import torch
from torch.autograd.functional import hessian
from torch.linalg import vector_norm

for name, f, values in (
    ("norm p=2", vector_norm, [0.0, 0.0]),
    ("norm p=1.5", lambda x: vector_norm(x, 1.5), [0.0, 4.0]),
    ("std", torch.std, [2.0, 2.0]),
    ("prod", torch.prod, [0.0, 0.0]),
):
    x = torch.tensor(values, requires_grad=True)
    (dx,) = torch.autograd.grad(f(x), x)
    print(name, values, "dx:", dx.tolist())
    print("  H:", hessian(f, x).tolist())
