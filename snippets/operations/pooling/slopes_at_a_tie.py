import torch
import torch.nn.functional as F

x = torch.tensor([[[2.0, 2.0, 2.0]]], requires_grad=True)
(dx,) = torch.autograd.grad(F.max_pool1d(x, 3), x)


def y(x):
    return F.max_pool1d(x, 3).item()


h = 0.25
steps = [h * e for e in torch.eye(3)]
right = [(y(x + e) - y(x)) / h for e in steps]
left = [(y(x) - y(x - e)) / h for e in steps]
central = [(y(x + e) - y(x - e)) / (2 * h) for e in steps]

print("autograd:", dx[0, 0].tolist())
print("right:   ", right)
print("left:    ", left)
print("central: ", central)
