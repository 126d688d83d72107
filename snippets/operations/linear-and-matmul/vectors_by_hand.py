import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
A.requires_grad_()
v = torch.tensor([1.0, 0.0, -1.0], requires_grad=True)
g = torch.tensor([1.0, 10.0])

y = torch.mv(A, v)
dA, dv = torch.autograd.grad(y, (A, v), g)
print("mv:", y.grad_fn.name())
print("y: ", y.tolist())
print("dv:", dv.tolist())
print("dA:", dA, sep="\n")

u = torch.tensor([1.0, 10.0], requires_grad=True)
v = torch.tensor([2.0, 3.0], requires_grad=True)
G = torch.tensor([[1.0, 2.0], [3.0, 4.0]])

Y = torch.outer(u, v)
du, dv = torch.autograd.grad(Y, (u, v), G)
print("outer:", Y.grad_fn.name())
print("Y: ", Y.tolist())
print("du:", du.tolist())
print("dv:", dv.tolist())
