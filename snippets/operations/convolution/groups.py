import torch
import torch.nn.functional as F

torch.manual_seed(0)
for groups in (1, 2, 4):
    X = torch.randn(2, 4, 5, 5, dtype=torch.float64, requires_grad=True)
    W = torch.randn(
        8, 4 // groups, 3, 3, dtype=torch.float64, requires_grad=True
    )
    Y = F.conv2d(X, W, groups=groups)
    G = torch.randn_like(Y)
    dX, dW = torch.autograd.grad(Y, (X, W), G)

    parts_X, parts_W = [], []
    for x, w, g in zip(
        X.detach().chunk(groups, 1),
        W.detach().chunk(groups, 0),
        G.chunk(groups, 1),
    ):
        parts_X.append(F.conv_transpose2d(g, w))
        xT, gT = x.transpose(0, 1), g.transpose(0, 1)
        parts_W.append(F.conv2d(xT, gT).transpose(0, 1))

    torch.testing.assert_close(dX, torch.cat(parts_X, 1))
    torch.testing.assert_close(dW, torch.cat(parts_W, 0))
    print(f"{groups=}", tuple(W.shape))
