import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
X = torch.randn(1, 2, 4, dtype=torch.float64, requires_grad=True)
W = torch.randn(2, 2, 3, dtype=torch.float64, requires_grad=True)
b = torch.randn(2, dtype=torch.float64, requires_grad=True)


def up(X, W, b):
    return F.conv_transpose1d(X, W, b, stride=2, output_padding=1)


def row(name, f, inputs):
    first = gradcheck(f, inputs)
    forward = gradcheck(f, inputs, check_forward_ad=True)
    print(f"{name:16}", first, forward, gradgradcheck(f, inputs))


row("conv_transpose1d", up, (X, W, b))
for mode in ("constant", "replicate", "reflect", "circular"):
    row(mode, lambda X: F.pad(X, (2, 1), mode=mode), (X,))
