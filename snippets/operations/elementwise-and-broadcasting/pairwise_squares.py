import torch

a = torch.tensor([1.0, 4.0], requires_grad=True)
b = torch.tensor([2.0, 3.0, 5.0], requires_grad=True)
G = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])

D = a[:, None] - b  # (2, 3)
Y = D.square()
da, db = torch.autograd.grad(Y, (a, b), G)
print("D:", D.detach(), sep="\n")
print("2GD:", 2 * G * D.detach(), sep="\n")
print("da:", da.tolist())
print("db:", db.tolist())
