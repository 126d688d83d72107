import torch
from torch import nn

torch.manual_seed(0)
X = torch.randn(3, 4, 2, 5, dtype=torch.float64, requires_grad=True)

print("                N C H W   m  weight")
for name, norm in {
    "BatchNorm2d": nn.BatchNorm2d(4),
    "GroupNorm, 2": nn.GroupNorm(2, 4),
    "InstanceNorm2d": nn.InstanceNorm2d(4, affine=True),
    "LayerNorm": nn.LayerNorm((4, 2, 5)),
    "LayerNorm, last": nn.LayerNorm(5),
    "RMSNorm, last": nn.RMSNorm(5),
    "BatchNorm, eval": nn.BatchNorm2d(4).eval(),
}.items():
    y = norm.double()(X)[0, 0, 0, 0]
    (dX,) = torch.autograd.grad(y, X)
    reached = dX.nonzero()
    extent = " ".join(str(1 + e) for e in reached.amax(0).tolist())
    m = len(reached)
    print(f"{name:15} {extent} {m:3}  {tuple(norm.weight.shape)}")
