import torch
import torch.nn.functional as F

x = torch.zeros(0, 4, requires_grad=True)
w = torch.full((4,), 0.25, requires_grad=True)
for y in F.gelu(x), F.glu(x):
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(tuple(y.shape), tuple(dx.shape))
dx, dw = torch.autograd.grad(F.prelu(x, w).sum(), (x, w))
print(tuple(dx.shape), dw.tolist())
