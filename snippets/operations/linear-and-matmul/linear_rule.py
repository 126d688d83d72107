# checks #linear
import torch
import torch.nn.functional as F
from torch.testing import assert_close

torch.manual_seed(0)
W = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
b = torch.randn(5, dtype=torch.float64, requires_grad=True)

for lead in ((4,), (), (2, 4), (2, 3, 4)):
    X = torch.randn(*lead, 3, dtype=torch.float64)
    X.requires_grad_()
    Y = F.linear(X, W, b)
    G = torch.randn_like(Y)
    dX, dW, db = torch.autograd.grad(Y, (X, W, b), G)

    with torch.no_grad():
        rows = X.reshape(-1, 3)  # (N, I)
        grads = G.reshape(-1, 5)  # (N, O)
        assert_close(G @ W, dX)
        assert_close(grads.T @ rows, dW)
        assert_close(grads.sum(0), db)
    print(tuple(X.shape), "->", tuple(Y.shape), "N =", len(rows))
