import torch
from torch import nn

batches = [torch.tensor([[c - 1], [c + 1]]) for c in (1.0, 2.0, 6.0)]

for momentum in (0.5, None):
    norm = nn.BatchNorm1d(1, momentum=momentum)
    means = []
    for batch in batches:
        norm(batch)
        means.append(norm.running_mean.item())
    print("momentum:", momentum, "means:", means)

norm = nn.BatchNorm1d(1, track_running_stats=False).eval()
print("untracked:", norm.running_mean, list(norm.state_dict()))
x = torch.tensor([[1.0], [3.0], [5.0]], requires_grad=True)
(dx,) = torch.autograd.grad(norm(x)[0], x)
print("dx in eval:", [round(v, 3) for v in dx.flatten().tolist()])
