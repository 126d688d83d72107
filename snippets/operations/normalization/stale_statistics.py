import torch
from torch import nn

G = torch.tensor([[0.0], [100.0]])
x = torch.tensor([[1.0], [3.0]], requires_grad=True)
other = torch.tensor([[0.0], [4.0], [8.0]])


def gradient(second_forward):
    norm = nn.BatchNorm1d(1, eps=1e-12, momentum=1.0)
    norm.eval()
    y = norm(x)
    versions = [norm.running_var._version]
    if second_forward:
        norm.train()
        norm(other)
    versions.append(norm.running_var._version)
    (dx,) = torch.autograd.grad(y, x, G)
    print("var:", norm.running_var.item(), "versions:", versions)
    print("  dx:", dx.flatten().tolist())


gradient(second_forward=False)
gradient(second_forward=True)  # wrong
