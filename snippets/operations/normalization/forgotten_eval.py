import torch
from torch import nn

norm = nn.BatchNorm1d(1, eps=1e-12, momentum=1.0)
norm(torch.tensor([[0.0], [4.0], [8.0]]))
sample = torch.tensor([[6.0]])
others = torch.tensor([[8.0]]), torch.tensor([[4.0]])

norm.eval()
for other in others:
    y = norm(torch.cat([sample, other]))
    print("eval: ", y[0].item(), "mean:", norm.running_mean.item())

norm.train()
for other in others:
    y = norm(torch.cat([sample, other]))  # wrong
    print("train:", y[0].item(), "mean:", norm.running_mean.item())
