import torch
import torch.nn.functional as F

odds = torch.tensor([[1.0, 2.0, 5.0], [1.0, 1.0, 2.0]])
z = odds.log().requires_grad_()
w = torch.tensor([1.0, 1.0, 4.0])
t = torch.tensor([2, 0])

for target in (t, F.one_hot(t).float()):
    loss = F.cross_entropy(z, target, weight=w)
    print(target.dtype, loss.detach())
    print(torch.autograd.grad(loss, z)[0])
