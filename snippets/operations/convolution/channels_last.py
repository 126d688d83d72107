import torch
import torch.nn.functional as F

X = torch.arange(18.0).reshape(1, 2, 3, 3)
W = torch.arange(8.0).reshape(1, 2, 2, 2)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])
grads = []
for order in (torch.contiguous_format, torch.channels_last):
    x = X.contiguous(memory_format=order).requires_grad_()
    (dX,) = torch.autograd.grad(F.conv2d(x, W), x, G)
    grads.append(dX)
    print(order, dX.stride())
print("equal:", torch.equal(*grads))
