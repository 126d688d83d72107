import torch
import torch.nn.functional as F
from torch.autograd import gradcheck, gradgradcheck

z = torch.tensor([1.0, 2.0, 5.0], dtype=torch.float64).log()
t = torch.tensor(2)
h = 1e-4
step = torch.tensor([h, 0.0, 0.0], dtype=torch.float64)
change = F.cross_entropy(z + step, t) - F.cross_entropy(z - step, t)
print(f"slope: {change / (2 * h):.8f}")

q = torch.tensor([0.5, 0.375, 0.125], dtype=torch.float64)
for name, f in {
    "softmax": lambda z: z.softmax(0),
    "log_softmax": lambda z: z.log_softmax(0),
    "smoothing": lambda z: F.cross_entropy(z, t, label_smoothing=0.1),
    "soft targets": lambda z: F.cross_entropy(z, q),
    "bce": lambda z: F.binary_cross_entropy(z.sigmoid(), q),
    "logits": lambda z: F.binary_cross_entropy_with_logits(z, q),
    "kl_div": lambda z: F.kl_div(z, q, reduction="sum"),
}.items():
    x = z.clone().requires_grad_()
    first = gradcheck(f, x, check_forward_ad=True)
    print(f"{name:13}", first, gradgradcheck(f, x))
