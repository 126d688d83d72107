import torch

b = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
Y = b.expand(2, 3).clone()
Y[0] *= 10
(db,) = torch.autograd.grad(Y.sum(), b)
print(Y.detach(), b.detach(), sep="\n")
print("db:", db.tolist())
