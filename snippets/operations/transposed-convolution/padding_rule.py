import torch
import torch.nn.functional as F

# checks #padding-modes


def source(mode, H, before, after):
    j = torch.arange(-before, H + after)
    if mode == "replicate":
        return j.clamp(0, H - 1)
    if mode == "circular":
        return j % H
    return H - 1 - (H - 1 - j.abs()).abs()


torch.manual_seed(0)
for mode in ("replicate", "reflect", "circular"):
    X = torch.randn(2, 3, 5, 6, dtype=torch.float64, requires_grad=True)
    Y = F.pad(X, (3, 1, 2, 4), mode=mode)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)

    rows, cols = source(mode, 5, 2, 4), source(mode, 6, 3, 1)
    folded = G.new_zeros(2, 3, 5, 10).index_add(2, rows, G)
    folded = G.new_zeros(2, 3, 5, 6).index_add(3, cols, folded)
    torch.testing.assert_close(Y, X[:, :, rows][:, :, :, cols])
    torch.testing.assert_close(dX, folded)
    print(mode, tuple(Y.shape))

Y = F.pad(X, (3, 1, 2, 4))
(dX,) = torch.autograd.grad(Y, X, G)
torch.testing.assert_close(dX, G[:, :, 2:7, 3:9])
print("constant", tuple(Y.shape))
