import torch
from torch.func import hessian, jvp

u = torch.tensor([1.0, 2.0])
log = torch.tensor([1.0, 3.0]).log()
for name, f, x in (
    ("logsumexp", lambda x: x.logsumexp(0), log),
    ("norm", torch.linalg.vector_norm, torch.tensor([3.0, 4.0])),
    ("prod", torch.prod, torch.tensor([2.0, 3.0])),
    ("var", torch.var, torch.tensor([2.0, 3.0])),
    ("amax", torch.amax, torch.tensor([2.0, 3.0])),
):
    _, slope = jvp(f, (x,), (u,))
    print(f"{name:9} jvp: {slope:.4f}")
    for row in hessian(f)(x).tolist():
        print("  ", *[f"{v:7.4f}" for v in row])
