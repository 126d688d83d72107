import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 6, 6, dtype=torch.float64) - 1
X.requires_grad_()

first = F.relu(F.max_pool2d(X, 2))
last = F.max_pool2d(F.relu(X), 2)
G = torch.randn_like(first)
(d_first,) = torch.autograd.grad(first, X, G)
(d_last,) = torch.autograd.grad(last, X, G)

print("zero windows:", int((last == 0).sum()), "of", last.numel())
print("outputs equal:", torch.equal(first, last))
print("gradients equal:", torch.equal(d_first, d_last))
