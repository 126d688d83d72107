import torch

A, B = torch.ones(4, 3), torch.ones(3, 2)
b = torch.zeros(2, requires_grad=True)
Y = torch.addmm(b, A, B)
G = torch.arange(8.0).reshape(4, 2)

from_node = Y.grad_fn(G)[0]
(from_engine,) = torch.autograd.grad(Y, b, G)
print("node:  ", tuple(from_node.shape))
print("engine:", tuple(from_engine.shape), from_engine.tolist())
