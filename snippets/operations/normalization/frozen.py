import torch
from torch import nn

x = torch.tensor([[1.0], [3.0], [4.0], [5.0], [7.0]])


def frozen():
    return nn.BatchNorm1d(1, momentum=0.5).requires_grad_(False)


norm = frozen()
with torch.no_grad():
    norm(x)  # wrong
print("requires_grad_, no_grad:", norm.running_mean.item())

model = nn.Sequential(frozen().eval())
model.train()  # wrong
model(x)
print("eval, then train:       ", model[0].running_mean.item())

model = nn.Sequential(frozen()).train()
model[0].eval()
model(x)
print("train, then eval:       ", model[0].running_mean.item())
