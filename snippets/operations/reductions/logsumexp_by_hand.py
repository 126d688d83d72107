import torch

x = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
y = x.logsumexp(0)
(dx,) = torch.autograd.grad(y, x, torch.tensor(8.0))

print("exp(y):", round(y.exp().item(), 4))
print("dx:", [round(v, 4) for v in dx.tolist()])
