import torch

torch.manual_seed(0)
dims = dict(zip("bijknoq", (2, 3, 4, 5, 6, 7, 3), strict=True))
for spec in ("ik,kj->ij", "ni,oi->no", "bqi,bki->bqk", "bi,oij,bj->bo"):
    names, out = spec.split("->")
    subs = names.split(",")
    operands = [
        torch.randn([dims[c] for c in sub], dtype=torch.float64)
        for sub in subs
    ]
    Y = torch.einsum(spec, *[T.requires_grad_() for T in operands])
    G = torch.randn_like(Y)
    grads = torch.autograd.grad(Y, operands, G)
    print(spec)
    for p, sub in enumerate(subs):
        others = [out, *subs[:p], *subs[p + 1 :]]
        swapped = ",".join(others) + "->" + sub
        rest = [T.detach() for T in operands[:p] + operands[p + 1 :]]
        dT = torch.einsum(swapped, G, *rest)
        torch.testing.assert_close(dT, grads[p])
        print("   ", swapped)
