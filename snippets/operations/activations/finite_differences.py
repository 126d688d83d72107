import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
x = 3 * torch.randn(4, 6, dtype=torch.float64)
x.requires_grad_()
w = torch.rand(6, dtype=torch.float64, requires_grad=True)
one_input = {
    *(F.relu, F.relu6, F.leaky_relu, F.rrelu, F.elu, F.celu),
    *(F.selu, torch.sigmoid, F.logsigmoid, torch.tanh),
    *(F.hardtanh, F.hardsigmoid, F.hardswish, F.softplus),
    *(F.softsign, F.silu, F.mish, F.gelu, F.glu, F.softshrink),
    *(F.hardshrink, F.tanhshrink),
    lambda x: F.gelu(x, approximate="tanh"),
    lambda x: F.threshold(x, 1.0, 0.0),
}

reverse = [gradcheck(f, x) for f in one_input]
reverse.append(gradcheck(F.prelu, (x, w)))
forward = [gradcheck(f, x, check_forward_ad=True) for f in one_input]
forward.append(gradcheck(F.prelu, (x, w), check_forward_ad=True))
second = [gradgradcheck(f, x) for f in one_input - {F.hardsigmoid}]
second.append(gradgradcheck(F.prelu, (x, w)))
print("reverse:", len(reverse), all(reverse))
print("forward:", len(forward), all(forward))
print("second: ", len(second), all(second))
