import torch
import torch.nn.functional as F

odds = torch.tensor([[1.0, 2.0, 5.0], [1.0, 1.0, 2.0]])
z = odds.log().requires_grad_()
w = torch.tensor([1.0, 1.0, 4.0])


def gradient(loss):
    return torch.autograd.grad(loss, z)[0]


t = torch.tensor([2, 0])
print("weights:", gradient(F.cross_entropy(z, t, weight=w)), sep="\n")
t = torch.tensor([2, -100])
print("ignored:", gradient(F.cross_entropy(z, t)), sep="\n")
