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
names = "relu,leaky_relu,elu,hardtanh,hardsigmoid,silu,hardswish,mish"
for name in names.split(","):
    f = getattr(F, name)
    in_place = next(saved(f, inplace=True))
    print(f"{name:11}", *saved(f), "      ", in_place)
print()
names = (
    "sigmoid,tanh,tanhshrink,softplus,"
    "logsigmoid,softsign,softshrink,gelu"
)
for name in names.split(","):
    print(f"{name:11}", *saved(getattr(F, name)))
