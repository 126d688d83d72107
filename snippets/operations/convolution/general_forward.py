import itertools

import torch
import torch.nn.functional as F


def conv2d(X, W, b, s, p, d):
    H, V = X.shape[2:]
    kh, kw = W.shape[2:]
    rows = (H + 2 * p - d * (kh - 1) - 1) // s + 1
    cols = (V + 2 * p - d * (kw - 1) - 1) // s + 1
    P = F.pad(X, (p, p, p, p))
    Y = b.reshape(1, -1, 1, 1).expand(len(X), -1, rows, cols).clone()
    for a in range(kh):
        for c in range(kw):
            i = slice(a * d, a * d + s * (rows - 1) + 1, s)
            j = slice(c * d, c * d + s * (cols - 1) + 1, s)
            taps = W[:, :, a, c]
            Y += torch.einsum("kc,ncij->nkij", taps, P[:, :, i, j])
    return Y


torch.manual_seed(0)
X = torch.randn(2, 3, 9, 8, dtype=torch.float64)
W = torch.randn(4, 3, 3, 2, dtype=torch.float64)
b = torch.randn(4, dtype=torch.float64)

for s, p, d in itertools.product((1, 2), (0, 1), (1, 2)):
    Y = conv2d(X, W, b, s, p, d)
    torch.testing.assert_close(Y, F.conv2d(X, W, b, s, p, d))
    print(f"{s=} {p=} {d=}", tuple(Y.shape))
