import torch
import torch.nn.functional as F

five = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0])
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0])
right = torch.tensor([-0.5, 1.5, 0.0, -1.5, 0.5])


def squares(x):
    v = x.square().mean() - x.mean().square()  # wrong
    return (x - x.mean()) * v.rsqrt()


def layer_norm(x):
    return F.layer_norm(x, (5,), eps=0)


for name, norm in {
    "squares": squares,
    "layer_norm": layer_norm,
    "shifted": lambda x: layer_norm(x - x[0]),
}.items():
    print(name)
    for power in (0, 10, 16, 23):
        x = (five + 2**power).requires_grad_()
        (dx,) = torch.autograd.grad(norm(x), x, G)
        near = torch.allclose(dx, right, rtol=0, atol=0.1)
        print(f"  2^{power:<2} right: {near}")
