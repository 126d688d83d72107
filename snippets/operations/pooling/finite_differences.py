import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

torch.manual_seed(0)
X = torch.randperm(30).double().reshape(1, 1, 5, 6).requires_grad_()

print(" " * 12, "reverse forward second")
for name, pool in {
    "max": lambda X: F.max_pool2d(X, 3, 2, 1),
    "average": lambda X: F.avg_pool2d(X, 3, 2, 1),
    "adaptive avg": lambda X: F.adaptive_avg_pool2d(X, (3, 4)),
    "adaptive max": lambda X: F.adaptive_max_pool2d(X, (3, 4)),
    "global avg": lambda X: X.mean((2, 3)),
    "L3": lambda X: F.lp_pool2d(X + 1, 3.0, 2),
}.items():
    reverse = gradcheck(pool, X)
    forward = gradcheck(pool, X, check_forward_ad=True)
    second = gradgradcheck(pool, X)
    print(f"{name:12}", f"{reverse!s:7}", f"{forward!s:7}", second)
