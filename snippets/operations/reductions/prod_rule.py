# checks #prod
import math

import torch

torch.manual_seed(5)
X = torch.randint(-2, 3, (6, 4)).double().requires_grad_()
G = torch.randn(6, dtype=torch.float64)
(dX,) = torch.autograd.grad(X.prod(1), X, G)

expected = torch.empty(6, 4, dtype=torch.float64)
for i, row in enumerate(X.tolist()):
    for j in range(4):
        expected[i, j] = G[i] * math.prod(row[:j] + row[j + 1 :])
torch.testing.assert_close(expected, dX)
print("zeros:", torch.eq(X, 0).sum(1).tolist())
