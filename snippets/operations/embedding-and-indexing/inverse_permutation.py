import torch

p = torch.tensor([2, 0, 3, 1])
x = torch.tensor([5.0, 6.0, 7.0, 8.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])

(dx,) = torch.autograd.grad(x[p], x, G)
print("dx:          ", dx.tolist())
print("G[argsort p]:", G[p.argsort()].tolist())
print("G[p]:        ", G[p].tolist())
