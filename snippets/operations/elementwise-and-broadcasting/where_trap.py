import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
ok = x > 0

y = torch.where(ok, x.sqrt(), 0)  # wrong
(dx,) = torch.autograd.grad(y.sum(), x)
print("one where: ", y.tolist(), dx.tolist())

safe = torch.where(ok, x, 1)
y = torch.where(ok, safe.sqrt(), 0)
(dx,) = torch.autograd.grad(y.sum(), x)
print("two wheres:", y.tolist(), dx.tolist())
