import torch
import torch.nn.functional as F

X, W = torch.ones(1, 1, 2), torch.ones(1, 1, 3)
up = F.conv_transpose1d
print(up(X, W, stride=2, output_padding=1).flatten().tolist())
print(up(X, W, dilation=2, output_padding=1).flatten().tolist())
up(X, W, stride=2, output_padding=2)  # raises RuntimeError
