import torch
import torch.nn.functional as F

for dtype in (torch.float32, torch.float16, torch.bfloat16):
    X = torch.tensor([[[2048.0, 1.0, 0.0]]], dtype=dtype)
    W = torch.ones(1, 1, 2, dtype=dtype, requires_grad=True)
    (dW,) = torch.autograd.grad(F.conv1d(X, W).sum(), W)
    print(dtype, dW.flatten().tolist())
