import torch
import torch.nn.functional as F

X, W = torch.tensor([[[1.0, 2.0]]]), torch.tensor([[[1.0, 2.0, 3.0]]])
b = torch.tensor([0.5])
for p in (0, 1):
    for op in (0, 1):
        Y = F.conv_transpose1d(X, W, b, 2, p, op)
        print(f"{p=} {op=}", *Y.flatten().tolist())
