import torch

X = torch.ones(2, 3, requires_grad=True)
b = torch.ones(3, dtype=torch.float64, requires_grad=True)
Y = X * b
G = torch.ones_like(Y)

for dx in Y.grad_fn(G):
    print("node:  ", tuple(dx.shape), dx.dtype)
for dx in torch.autograd.grad(Y, (X, b), G):
    print("engine:", tuple(dx.shape), dx.dtype)
