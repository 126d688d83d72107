import itertools

import torch
import torch.nn.functional as F

# checks #three-rules
torch.manual_seed(0)
checked = 0
for s, p, d in itertools.product((1, 2, 3), (0, 1, 2), (1, 2)):
    for op in range(s):
        X = torch.randn(2, 3, 5, 4, dtype=torch.float64)
        W = torch.randn(3, 4, 3, 3, dtype=torch.float64)
        b = torch.randn(4, dtype=torch.float64)
        leaves = [it.requires_grad_() for it in (X, W, b)]
        Y = F.conv_transpose2d(X, W, b, s, p, op, 1, d)
        G = torch.randn_like(Y)
        dX, dW, db = torch.autograd.grad(Y, leaves, G)

        P = F.pad(G, (p, p, p, p))
        sums_X, sums_W = torch.zeros_like(X), torch.zeros_like(W)
        for a, e in itertools.product(range(3), range(3)):
            rows = slice(d * a, d * a + s * 4 + 1, s)
            cols = slice(d * e, d * e + s * 3 + 1, s)
            g = P[:, :, rows, cols]
            taps = W[:, :, a, e]
            sums_X = sums_X + torch.einsum("nkij,ck->ncij", g, taps)
            sums_W[:, :, a, e] = torch.einsum("ncij,nkij->ck", X, g)
        torch.testing.assert_close(dX, sums_X)
        torch.testing.assert_close(dW, sums_W)
        torch.testing.assert_close(db, G.sum((0, 2, 3)))
        checked += 1
print("configurations:", checked)
