import torch
import torch.nn.functional as F

X = torch.zeros(1, 1, 4, requires_grad=True)
H = X + 1
Y = F.pad(H, (1, 1), mode="replicate")
H.mul_(2)
Y.sum().backward()  # raises RuntimeError
