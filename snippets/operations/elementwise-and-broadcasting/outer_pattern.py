import torch

u = torch.tensor([1.0, 2.0], requires_grad=True)
v = torch.tensor([3.0, 4.0, 5.0], requires_grad=True)
G = torch.tensor([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]])

Y = u[:, None] * v  # (2, 1) * (3,) -> (2, 3)
du, dv = torch.autograd.grad(Y, (u, v), G)
print("Y:", Y.detach(), sep="\n")
print("du:", du)
print("dv:", dv)
print("G @ v:", G @ v.detach())
print("G.T @ u:", G.T @ u.detach())
