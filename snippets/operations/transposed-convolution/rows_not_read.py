import torch
import torch.nn.functional as F

print("H k s p d | r | never read | missing")
for H, k, s, p, d in (
    (6, 3, 2, 0, 1),
    (6, 3, 2, 1, 1),
    (7, 2, 4, 0, 1),
    (7, 2, 4, 1, 1),
    (7, 2, 2, 0, 2),
):
    X = torch.ones(1, 1, H, requires_grad=True)
    W = torch.ones(1, 1, k)
    Y = F.conv1d(X, W, None, s, p, d)
    (dX,) = torch.autograd.grad(Y.sum(), X)

    r = (H + 2 * p - d * (k - 1) - 1) % s
    steps = range(Y.shape[2])
    read = {s * i + d * a - p for i in steps for a in range(k)}
    never = [u for u in range(H) if u not in read]
    zeros = (dX[0, 0] == 0).nonzero().flatten().tolist()
    assert not set(zeros) ^ set(never)

    G = torch.ones_like(Y)
    short = F.conv_transpose1d(G, W, None, s, p, 0, 1, d)
    whole = F.conv_transpose1d(G, W, None, s, p, r, 1, d)
    torch.testing.assert_close(dX, whole)
    print(H, k, s, p, d, "|", r, "|", never, "|", H - short.shape[2])
