import torch
import torch.nn.functional as F
from torch.autograd.graph import saved_tensors_hooks

x = torch.tensor([-1.5, 2.5], requires_grad=True)


def saved(f, **inplace):
    kept = []

    def pack(tensor):
        kept.append(tensor.clone())
        return tensor

    h = 1 * x
    with saved_tensors_hooks(pack, lambda tensor: tensor):
        y = f(h, **inplace)
    for tensor in kept:
        if torch.equal(tensor, x):
            yield "input"
        else:
            yield "output" if torch.equal(tensor, y) else "other"


print(" " * 11, "new tensor, in place")
for f in (
    *(F.relu, F.leaky_relu, F.elu),
    *(F.hardtanh, F.hardsigmoid, F.silu, F.hardswish, F.mish),
):
    in_place = next(saved(f, inplace=True))
    print(f"{f.__name__:11}", *saved(f), "      ", in_place)
print()
for f in (
    *(torch.sigmoid, torch.tanh, F.tanhshrink, F.softplus),
    *(F.logsigmoid, F.softsign, F.softshrink, F.gelu),
):
    print(f"{f.__name__:11}", *saved(f))
