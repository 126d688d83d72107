import torch

values = [2.0**-100, 2.0**-100, 2.0**100]
for dtype in (torch.float32, torch.float64):
    x = torch.tensor(values, dtype=dtype, requires_grad=True)
    y = x.prod()
    (dx,) = torch.autograd.grad(y, x)
    u = torch.tensor([1.0, 0.0, 0.0], dtype=dtype)
    _, slope = torch.func.jvp(torch.prod, (x.detach(),), (u,))
    print(dtype, f"y: {y:.3g}")
    print("  dx[0]:", dx[0].item(), "jvp:", slope.item())
