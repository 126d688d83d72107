import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 2.0, 9.0], [4.0, 8.0, 5.0], [3.0, 6.0, 7.0]])
X = X.reshape(1, 1, 3, 3).requires_grad_()
G = torch.tensor([[[[1.0, 10.0], [100.0, 1000.0]]]])

Y, m = F.max_pool2d(X, 2, stride=1, return_indices=True)
(dX,) = torch.autograd.grad(Y, X, G)

overwritten = torch.zeros(9)
added = torch.zeros(9)
for place, g in zip(m.flatten(), G.flatten(), strict=True):
    overwritten[place] = g  # wrong
    added[place] += g

print("m:", m.flatten().tolist())
print("dX:", dX[0, 0], sep="\n")
print("added:", added.reshape(3, 3), sep="\n")
print("overwritten:", overwritten.reshape(3, 3), sep="\n")
