import torch
from torch import nn

torch.manual_seed(0)
X, T = torch.randn(2, 16, 3, dtype=torch.float64)


def gradient(norm, parts):
    torch.manual_seed(1)
    model = nn.Sequential(nn.Linear(3, 3), norm).double()
    for x, t in zip(X.chunk(parts), T.chunk(parts), strict=True):
        loss = (model(x) - t).square().sum() / 16
        loss.backward()
    return model[0].weight.grad


for norm in (nn.BatchNorm1d(3), nn.LayerNorm(3)):
    whole = gradient(norm, 1)
    print(type(norm).__name__)
    for parts in (2, 4):
        part = gradient(norm, parts)  # wrong
        off = (part - whole).norm() / whole.norm()
        print(f"  {parts} parts, off by {100 * off:.0f} %")
