import torch

b = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
s = torch.tensor(5.0, requires_grad=True)
Y = torch.ones(0, 3) * b * s
db, ds = torch.autograd.grad(Y, (b, s), torch.ones(0, 3))
print("Y: ", tuple(Y.shape))
print("db:", db.tolist(), "ds:", ds.item())

one = torch.ones(1, 3, requires_grad=True)
Y = torch.ones(0, 3) * one
print("(0, 3) * (1, 3):", tuple(Y.shape))
