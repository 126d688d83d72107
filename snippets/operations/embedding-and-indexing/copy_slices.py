import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
v = torch.tensor(9.0, requires_grad=True)

y = 10 * x
print("before:", y.grad_fn.name(), y._version)
y[1:3] = v
print("after: ", y.grad_fn.name(), y._version)
print(*(edge[0].name() for edge in y.grad_fn.next_functions), sep="\n")

G = torch.tensor([1.0, 10.0, 100.0, 1000.0])
dx, dv = torch.autograd.grad(y, (x, v), G)
print("y: ", y.tolist())
print("dx:", dx.tolist())
print("dv:", dv.item())
