import torch
import torch.nn.functional as F

torch.manual_seed(0)
convs = (F.conv1d, F.conv2d, F.conv3d)
for n, conv in enumerate(convs, start=1):
    dims = tuple(range(2, 2 + n))
    X = torch.randn(2, 3, *(5, 6, 7)[:n], dtype=torch.float64)
    W = torch.randn(4, 3, *(2, 3, 2)[:n], dtype=torch.float64)
    X.requires_grad_()
    W.requires_grad_()
    Y = conv(X, W)
    G = torch.randn_like(Y)
    dX, dW = torch.autograd.grad(Y, (X, W), G)

    with torch.no_grad():
        Xt, Gt, Wt = (it.transpose(0, 1) for it in (X, G, W))
        border = [k - 1 for k in W.shape[2:]]
        spread = conv(G, Wt.flip(dims), padding=border)
        torch.testing.assert_close(dW, conv(Xt, Gt).transpose(0, 1))
        torch.testing.assert_close(dX, spread)
    print(Y.grad_fn.name(), tuple(Y.shape))
