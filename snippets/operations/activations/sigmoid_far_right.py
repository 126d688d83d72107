import torch

for dtype, point in (
    (torch.float64, -40.0),
    (torch.float64, 37.43),
    (torch.float64, 40.0),
    (torch.float32, 18.0),
):
    x = torch.tensor(point, dtype=dtype, requires_grad=True)
    s = torch.sigmoid(x)
    (slope,) = torch.autograd.grad(s, x)
    print(dtype, "x:", point)
    print(f"  autograd:  {slope:.5g}")
    print(f"  s(1 - s):  {s * (1 - s):.5g}")
    print(f"  s(x)s(-x): {s * torch.sigmoid(-x):.5g}")
