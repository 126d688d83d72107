import torch
import torch.nn.functional as F

for dtype in (torch.float64, torch.float32):
    X = torch.tensor([[2.0**24], [1.0]], dtype=dtype)
    W = torch.zeros(1, 1, dtype=dtype, requires_grad=True)
    F.linear(X, W).sum().backward()
    print(dtype, int(W.grad))

ones = torch.ones(300, 1, dtype=torch.bfloat16)
W = torch.zeros(1, 1, dtype=torch.bfloat16, requires_grad=True)
F.linear(ones, W).sum().backward()
total = torch.zeros((), dtype=torch.bfloat16)
for one in ones.flatten():
    total += one
print(torch.bfloat16, int(W.grad), "one by one:", int(total))
