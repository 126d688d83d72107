import torch
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
x = torch.rand(2, 3, dtype=torch.float64) + 0.5
b = torch.rand(3, dtype=torch.float64) + 1.75
x.requires_grad_()
b.requires_grad_()
c = torch.tensor([[True, False, True], [False, True, True]])

print(" " * 9, "reverse forward second")
for name, f in {
    "x - b": lambda x, b: x - b,
    "x * b": lambda x, b: x * b,
    "x / b": lambda x, b: x / b,
    "x ** b": lambda x, b: x**b,
    "where": lambda x, b: torch.where(c, x, b),
    "maximum": torch.maximum,
    "clamp": lambda x, b: (x * b).clamp(1, 2),
    "exp": lambda x, b: x.exp(),
    "log": lambda x, b: x.log(),
    "sqrt": lambda x, b: x.sqrt(),
    "1 / x": lambda x, b: 1 / x,
    "sin": lambda x, b: x.sin(),
    "abs": lambda x, b: x.abs(),
    "expand": lambda x, b: b.expand(2, 3),
}.items():
    reverse = gradcheck(f, (x, b))
    forward = gradcheck(f, (x, b), check_forward_ad=True)
    second = gradgradcheck(f, (x, b))
    print(f"{name:9}", f"{reverse!s:7}", f"{forward!s:7}", second)
