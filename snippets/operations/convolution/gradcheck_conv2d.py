import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck


def conv(X, W, b):
    return F.conv2d(X, W, b, stride=2, padding=1, groups=2)


torch.manual_seed(0)
X = torch.randn(1, 2, 4, 4, dtype=torch.float64, requires_grad=True)
W = torch.randn(2, 1, 3, 3, dtype=torch.float64, requires_grad=True)
b = torch.randn(2, dtype=torch.float64, requires_grad=True)
inputs = (X, W, b)

print("reverse:", gradcheck(conv, inputs))
print("forward:", gradcheck(conv, inputs, check_forward_ad=True))
print("second order:", gradgradcheck(conv, inputs))
