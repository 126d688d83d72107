import torch
from torch import nn

conv = nn.Conv2d(1, 1, kernel_size=2, bias=False)
with torch.no_grad():
    conv.weight.copy_(torch.full((2, 2), 2.0))
x = torch.ones(1, 1, 3, 3, requires_grad=True)

output = conv(x)
loss = output.sum()
loss.backward()

print("output:", output, sep="\n")
print("loss:", loss)
print("weight.grad:", conv.weight.grad, sep="\n")
print("x.grad:", x.grad, sep="\n")
