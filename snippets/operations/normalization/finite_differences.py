import torch
from torch import nn
from torch.autograd import gradcheck, gradgradcheck
from torch.func import functional_call

torch.manual_seed(0)
X = torch.randn(2, 4, 3, dtype=torch.float64, requires_grad=True)

print("              reverse forward second")
for norm in (
    nn.BatchNorm1d(4, track_running_stats=False),
    nn.BatchNorm1d(4).eval(),
    nn.GroupNorm(2, 4),
    nn.InstanceNorm1d(4, affine=True),
    nn.LayerNorm(3),
    nn.RMSNorm(3),
):
    names = [name for name, _ in norm.double().named_parameters()]
    values = [torch.randn_like(p) for p in norm.parameters()]
    inputs = X, *(v.requires_grad_() for v in values)

    def op(x, *values, norm=norm, names=names):
        tensors = dict(zip(names, values, strict=True))
        return functional_call(norm, tensors, (x,))

    print(
        f"{type(norm).__name__:14}",
        gradcheck(op, inputs),
        gradcheck(op, inputs, check_forward_ad=True),
        gradgradcheck(op, inputs),
        sep="   ",
    )
