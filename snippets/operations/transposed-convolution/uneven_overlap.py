import torch
import torch.nn.functional as F

for k, s in ((3, 2), (4, 2), (2, 3)):
    X, W = torch.ones(1, 1, 4), torch.ones(1, 1, k)
    Y = F.conv_transpose1d(X, W, stride=s)
    print(f"{k=} {s=}", *Y.int().flatten().tolist())
