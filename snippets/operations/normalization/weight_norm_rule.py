# checks #weight-norm
import torch
from torch import nn
from torch.nn.utils.parametrizations import weight_norm

torch.manual_seed(0)
layer = weight_norm(nn.Linear(7, 4, dtype=torch.float64))
g = layer.parametrizations.weight.original0
v = layer.parametrizations.weight.original1
g.detach().uniform_(1, 2)
W = layer.weight
G = torch.randn_like(W)
dg, dv = torch.autograd.grad(W, (g, v), G)
print("W:", tuple(W.shape), "g:", tuple(g.shape), "v:", tuple(v.shape))

with torch.no_grad():
    length = v.square().sum(1, keepdim=True).sqrt()
    y = v / length
    along = (y * G).sum(1, keepdim=True)
    torch.testing.assert_close(g * y, W)
    torch.testing.assert_close(along, dg)
    torch.testing.assert_close(g / length * (G - along * y), dv)
