import torch
from torch import nn

conv = nn.Conv2d(1, 1, kernel_size=2, bias=False)
conv.weight.copy_(torch.full((2, 2), 2.0))  # raises RuntimeError
