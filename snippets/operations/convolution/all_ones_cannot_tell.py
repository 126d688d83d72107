import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
ones = torch.ones(1, 1, 2, 2)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

for name, upstream in (("ones", ones), ("G", G)):
    plain = F.conv2d(X, upstream)
    flipped = F.conv2d(X, upstream.flip(2, 3))  # wrong
    print(name, "not flipped:", plain.flatten().tolist())
    print(name, "flipped:    ", flipped.flatten().tolist())
