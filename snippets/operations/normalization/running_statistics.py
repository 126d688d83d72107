import torch
from torch import nn

norm = nn.BatchNorm1d(1, momentum=0.5)
x = torch.tensor([[1.0], [3.0], [4.0], [5.0], [7.0]])

print("var:", x.var(correction=0).item(), x.var(correction=1).item())
for _ in range(3):
    mean, var = norm.running_mean.item(), norm.running_var.item()
    print("running mean:", mean, "var:", var)
    y = norm(x)

print("batches:", norm.num_batches_tracked.item())
print("y needs grad:", y.requires_grad)
print("running_var: ", norm.running_var.requires_grad)
print("parameters:", *[name for name, _ in norm.named_parameters()])
print(
    "buffers:", *[name for name, _ in norm.named_buffers()], sep="\n  "
)
