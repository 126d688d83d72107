import torch
import torch.nn.functional as F

X = torch.arange(18.0).reshape(2, 1, 3, 3)
W = torch.ones(2, 1, 2, 2)
b = torch.zeros(2, requires_grad=True)
G = torch.arange(1.0, 17.0).reshape(2, 2, 2, 2)

(db,) = torch.autograd.grad(F.conv2d(X, W, b), b, G)

print("G:", G, sep="\n")
print("autograd:", db)
print("G.sum((0, 2, 3)):", G.sum((0, 2, 3)))
