import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 2.0], requires_grad=True)


def product_then_relu():
    return F.relu(3 * x, inplace=True)


def relu_of_relu():
    return F.relu(F.relu(3 * x))


def silu_then_edit():
    return F.silu(3 * x).mul_(2)


def sigmoid_without_edit():
    return torch.sigmoid(3 * x) * 2


for f in (
    product_then_relu,
    relu_of_relu,
    silu_then_edit,
    sigmoid_without_edit,
):
    (dx,) = torch.autograd.grad(f().sum(), x)
    print(f.__name__)
    print("  ", dx)
