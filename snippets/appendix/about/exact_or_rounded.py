import torch

for dtype in (torch.float32, torch.float64):
    quarter = torch.tensor(0.25, dtype=dtype).item()
    tenth = torch.tensor(0.1, dtype=dtype).item()
    eps = torch.finfo(dtype).eps
    print(dtype, f"{quarter:.20f} {tenth:.20f} {eps:.1e}")
