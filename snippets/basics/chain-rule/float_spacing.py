import torch

h = 2.0**-10
for dtype in (torch.float32, torch.float64):
    y = torch.tensor(1377.0, dtype=dtype)
    above = torch.nextafter(y, torch.tensor(2000.0, dtype=dtype))
    spacing = (above - y).item()
    print(dtype, spacing, spacing / (2 * h))
