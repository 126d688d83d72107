import torch
import torch.nn.functional as F

a = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
b = torch.tensor([4.0, 5.0, 6.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0])

add = (a + b).grad_fn
mul = (a * b).grad_fn
power = (a**2).grad_fn

x = torch.tensor([[[1.0, 2.0, 3.0]]], requires_grad=True)
w = torch.tensor([[[1.0, 10.0]]], requires_grad=True)
conv = F.conv1d(x, w).grad_fn

with torch.no_grad():
    print(add.name(), add(G))
    print(mul.name(), mul(G))
    print(power.name(), power(G))
    print(conv.name(), conv(torch.tensor([[[1.0, 100.0]]])))
