import itertools

import torch
import torch.nn.functional as F


def conv2d(X, W, b, s, p, d):
    P = F.pad(X, (p, p, p, p))
    k = W.shape[2:]
    sizes = zip(P.shape[2:], k)
    rows, cols = ((n - d * (m - 1) - 1) // s + 1 for n, m in sizes)
    Y = b.reshape(1, -1, 1, 1)
    for a, c in itertools.product(range(k[0]), range(k[1])):
        read = P[:, :, d * a :: s, d * c :: s][:, :, :rows, :cols]
        Y = Y + torch.einsum("kc,ncij->nkij", W[:, :, a, c], read)
    return Y


torch.manual_seed(0)
X = torch.randn(2, 3, 9, 8, dtype=torch.float64)
W = torch.randn(4, 3, 3, 2, dtype=torch.float64)
b = torch.randn(4, dtype=torch.float64)

for s, p, d in itertools.product((1, 2), (0, 1), (1, 2)):
    Y = conv2d(X, W, b, s, p, d)
    torch.testing.assert_close(Y, F.conv2d(X, W, b, s, p, d))
    print(f"{s=} {p=} {d=}", tuple(Y.shape))
