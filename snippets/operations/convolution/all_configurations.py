import itertools

import torch
import torch.nn.functional as F

# checks #stride-dilation
torch.manual_seed(0)
checked = 0
for s, p, d, H in itertools.product(
    (1, 2, 3), (0, 1, 2), (1, 2), (8, 9)
):
    X = torch.randn(2, 3, H, H, dtype=torch.float64, requires_grad=True)
    W = torch.randn(4, 3, 3, 3, dtype=torch.float64, requires_grad=True)
    Y = F.conv2d(X, W, stride=s, padding=p, dilation=d)
    G = torch.randn_like(Y)
    dX, dW = torch.autograd.grad(Y, (X, W), G)

    with torch.no_grad():
        swapped = F.conv2d(
            X.transpose(0, 1),
            G.transpose(0, 1),
            stride=d,
            padding=p,
            dilation=s,
        )
        r = (H + 2 * p - d * 2 - 1) % s
        spread = F.conv_transpose2d(
            G, W, stride=s, padding=p, output_padding=r, dilation=d
        )
    torch.testing.assert_close(
        dW, swapped.transpose(0, 1)[:, :, :3, :3]
    )
    torch.testing.assert_close(dX, spread)
    checked += 1

print("configurations:", checked)
