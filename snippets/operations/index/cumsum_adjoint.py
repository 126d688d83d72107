import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])

y = x.cumsum(0)
(dx,) = torch.autograd.grad(y, x, G)
M = torch.autograd.functional.jacobian(lambda v: v.cumsum(0), x)

print("M.T:", M.T, sep="\n")
print("dx:", dx)
print("M.T @ G:", M.T @ G)
print("reversed cumsum:", G.flip(0).cumsum(0).flip(0))
