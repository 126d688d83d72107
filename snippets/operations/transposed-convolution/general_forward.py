import itertools

import torch
import torch.nn.functional as F


def conv_transpose1d(X, W, b, s, p, op, d):
    N, _, H = X.shape
    K, k = W.shape[1:]
    rows = s * (H - 1) - 2 * p + d * (k - 1) + 1 + op
    Y = b.reshape(1, K, 1).expand(N, K, rows).clone()
    for i, a in itertools.product(range(H), range(k)):
        u = s * i + d * a - p
        if 0 <= u < rows:
            Y[:, :, u] += X[:, :, i] @ W[:, :, a]
    return Y


torch.manual_seed(0)
X = torch.randn(2, 3, 5, dtype=torch.float64)
W = torch.randn(3, 4, 3, dtype=torch.float64)
b = torch.randn(4, dtype=torch.float64)
settings = [(1, 0, 0, 1), (1, 1, 0, 2), (2, 0, 0, 1)]
settings += [(2, 1, 1, 1), (3, 2, 2, 2)]
for s, p, op, d in settings:
    Y = conv_transpose1d(X, W, b, s, p, op, d)
    torch.testing.assert_close(
        Y, F.conv_transpose1d(X, W, b, s, p, op, 1, d)
    )
    print(f"{s=} {p=} {op=} {d=}", tuple(Y.shape))
