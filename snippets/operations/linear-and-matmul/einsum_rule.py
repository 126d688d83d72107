# checks #einsum
import itertools

import torch


def vjp(spec, G, operands):
    names, out = spec.split("->")
    subs = names.split(",")
    size = {}
    for sub, T in zip(subs, operands, strict=True):
        size.update(zip(sub, T.shape, strict=True))
    grads = [torch.zeros_like(T) for T in operands]
    for values in itertools.product(*map(range, size.values())):
        at = dict(zip(size, values, strict=True))
        place = [tuple(at[c] for c in sub) for sub in subs]
        read = [T[i] for T, i in zip(operands, place, strict=True)]
        g = G[tuple(at[c] for c in out)]
        for p, grad in enumerate(grads):
            rest = [g, *read[:p], *read[p + 1 :]]
            grad[place[p]] += torch.stack(rest).prod()
    return grads


torch.manual_seed(0)
dims = dict(zip("bijk", (2, 3, 4, 2), strict=True))
for spec in ["ik,kj->ij", "bi,ij,bj->b", "ij->i", "ii->i", "iik,kj->j"]:
    subs = spec.split("->")[0].split(",")
    sizes = [[dims[c] for c in sub] for sub in subs]
    operands = [torch.randn(s, dtype=torch.float64) for s in sizes]
    Y = torch.einsum(spec, *[T.requires_grad_() for T in operands])
    G = torch.randn_like(Y)
    grads = torch.autograd.grad(Y, operands, G)
    plain = [T.detach() for T in operands]
    torch.testing.assert_close(vjp(spec, G, plain), list(grads))
    print(spec)
