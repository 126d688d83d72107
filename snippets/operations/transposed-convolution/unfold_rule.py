import itertools

import torch
import torch.nn.functional as F

# checks #unfold
torch.manual_seed(0)
for s, p, d in itertools.product((1, 2), (0, 1), (1, 2)):
    X = torch.randn(2, 3, 8, 7, dtype=torch.float64, requires_grad=True)
    W = torch.randn(4, 3, 3, 2, dtype=torch.float64, requires_grad=True)
    Y = F.conv2d(X, W, stride=s, padding=p, dilation=d)
    G = torch.randn_like(Y)
    dX, dW = torch.autograd.grad(Y, (X, W), G)

    setting = {"stride": s, "padding": p, "dilation": d}
    with torch.no_grad():
        U = F.unfold(X, (3, 2), **setting)
        M, g = W.flatten(1), G.flatten(2)
        torch.testing.assert_close(M @ U, Y.flatten(2))
        dM = (g @ U.mT).sum(0)
        torch.testing.assert_close(dM.reshape(W.shape), dW)
        folded = F.fold(M.T @ g, (8, 7), (3, 2), **setting)
        torch.testing.assert_close(folded, dX)
    print(f"{s=} {p=} {d=}", "U:", tuple(U.shape))
