import torch

for dtype in (torch.float32, torch.float64, torch.complex64):
    x = torch.tensor(2, dtype=dtype, requires_grad=True)
    print(x.dtype, x.requires_grad)
