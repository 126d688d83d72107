import torch
from torch import nn

x = torch.arange(9.0).reshape(1, 1, 3, 3)
conv = nn.Conv2d(1, 1, kernel_size=2, bias=False)
with torch.no_grad():
    conv.weight.copy_(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))

output = conv(x)
loss = output.sum()
loss.backward()

print("x:", x, sep="\n")
print("weight:", conv.weight, sep="\n")
print("output:", output, sep="\n")
print("loss:", loss)
print("weight.grad:", conv.weight.grad, sep="\n")
print("x.grad:", x.grad)
