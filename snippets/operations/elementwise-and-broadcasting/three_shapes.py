import torch

X = torch.zeros(2, 3, requires_grad=True)
row = torch.zeros(3, requires_grad=True)
column = torch.zeros(2, 1, requires_grad=True)
scalar = torch.zeros((), requires_grad=True)
G = torch.tensor([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])

Y = X + row + column + scalar
inputs = (X, row, column, scalar)
grads = torch.autograd.grad(Y, inputs, G)
for x, dx in zip(inputs, grads, strict=True):
    print(f"{tuple(x.shape)!s:6} {dx.long().tolist()}")
