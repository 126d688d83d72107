import torch
import torch.nn.functional as F


def windows(H, k, s, p=0, d=1, ceil=False):
    room = H + 2 * p - d * (k - 1) - 1
    count = (-(-room // s) if ceil else room // s) + 1
    if ceil and s * (count - 1) >= H + p:
        count -= 1
    starts = [s * i - p for i in range(count)]
    taps = [range(u, u + d * k, d) for u in starts]
    return [[j for j in R if 0 <= j < H] for R in taps]


H = 6
E = torch.eye(H)[:, None]  # (6, 1, 6)
for k, s, p, d, ceil in (
    (2, 2, 0, 1, False),
    (3, 1, 0, 1, False),
    (3, 2, 1, 1, False),
    (3, 2, 1, 1, True),
    (4, 4, 0, 1, False),
    (4, 4, 0, 1, True),
    (2, 2, 0, 3, False),
    (2, 4, 1, 1, True),
):
    Y = F.max_pool1d(E, k, s, p, d, ceil)[:, 0]  # (6, count)
    read = [column.nonzero().flatten().tolist() for column in Y.T]
    torch.testing.assert_close(read, windows(H, k, s, p, d, ceil))
    print(f"{k=} {s=} {p=} {d=} {ceil=}")
    print("  ", " | ".join(" ".join(map(str, R)) for R in read))
