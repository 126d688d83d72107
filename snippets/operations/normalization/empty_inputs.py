import torch
from torch import nn

for norm in (nn.BatchNorm1d(3), nn.LayerNorm(3)):
    x = torch.zeros(0, 3, requires_grad=True)
    norm(x).sum().backward()
    print(type(norm).__name__, tuple(x.grad.shape))
    print("  dgamma:", norm.weight.grad.tolist())

norm = nn.BatchNorm1d(3)
norm(torch.zeros(0, 3))
print("running_mean:", norm.running_mean.tolist())
print("running_var: ", norm.running_var.tolist())
print("batches:", norm.num_batches_tracked.item())
