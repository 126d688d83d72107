import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
x = 3 * torch.randn(4, 6, dtype=torch.float64)
x.requires_grad_()
w = torch.rand(6, dtype=torch.float64, requires_grad=True)
names = (
    "relu,relu6,leaky_relu,rrelu,hardtanh,"
    "hardshrink,softshrink,elu,celu,selu,"
    "sigmoid,tanh,tanhshrink,softplus,"
    "logsigmoid,softsign,silu,gelu,mish,"
    "hardswish,glu,hardsigmoid"
)
checks = [
    (lambda x: F.gelu(x, approximate="tanh"), x),
    (lambda x: F.threshold(x, 1.0, 0.0), x),
    (F.prelu, (x, w)),
    *((getattr(F, name), x) for name in names.split(",")),
]
reverse = [gradcheck(*it) for it in checks]
forward = [gradcheck(*it, check_forward_ad=True) for it in checks]
second = [gradgradcheck(*it) for it in checks[:-1]]
print("reverse:", len(reverse), all(reverse))
print("forward:", len(forward), all(forward))
print("second: ", len(second), all(second))
