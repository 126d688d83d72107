import torch
import torch.nn.functional as F

print(" " * 11, " f(-2)", "f'(-2)", "  f(2)", "f'(2)")
names = (
    "relu,relu6,leaky_relu,rrelu,hardtanh,"
    "hardsigmoid,hardshrink,softshrink,"
    "elu,celu,selu,sigmoid,tanh,tanhshrink,"
    "softplus,logsigmoid,softsign,"
    "silu,gelu,mish,hardswish"
)
for name in names.split(","):
    cells = []
    for point in -2.0, 2.0:
        x = torch.tensor([point], requires_grad=True)
        y = getattr(F, name)(x)
        (slope,) = torch.autograd.grad(y, x)
        cells += [y.item(), slope.item()]
    *rest, last = (f"{v:6.3f}" for v in cells)
    print(f"{name:11}", *rest, last.lstrip())
