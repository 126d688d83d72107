import torch
import torch.nn.functional as F


def log_of_sigmoid(x):
    return torch.log(torch.sigmoid(x))  # wrong


x = torch.tensor([-200.0, 200.0], requires_grad=True)
for f in log_of_sigmoid, F.logsigmoid:
    y = f(x)
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(f.__name__)
    print("  y: ", y.tolist())
    print("  dx:", dx.tolist())
