import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)


def t(*shape):
    return torch.randn(shape, dtype=torch.float64, requires_grad=True)


def triple(x, A, y):
    return torch.einsum("bi,ij,bj->b", x, A, y)


print(" " * 8, "reverse forward second")
for name, f, inputs in (
    ("dot", torch.dot, (t(3), t(3))),
    ("mv", torch.mv, (t(2, 3), t(3))),
    ("outer", torch.outer, (t(2), t(3))),
    ("mm", torch.mm, (t(2, 3), t(3, 2))),
    ("linear", F.linear, (t(2, 2, 3), t(2, 3), t(2))),
    ("bmm", torch.bmm, (t(2, 2, 3), t(2, 3, 2))),
    ("matmul", torch.matmul, (t(2, 1, 2, 3), t(2, 3, 2))),
    ("bilinear", F.bilinear, (t(2, 2), t(2, 3), t(2, 2, 3), t(2))),
    ("addmm", torch.addmm, (t(2), t(2, 3), t(3, 2))),
    ("einsum", triple, (t(2, 3), t(3, 2), t(2, 2))),
):
    reverse = gradcheck(f, inputs)
    forward = gradcheck(f, inputs, check_forward_ad=True)
    second = gradgradcheck(f, inputs)
    print(f"{name:8}", f"{reverse!s:7}", f"{forward!s:7}", second)
