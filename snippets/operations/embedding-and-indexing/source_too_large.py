import torch

x = torch.zeros(3, requires_grad=True)
v = torch.tensor([7.0, 8.0, 9.0], requires_grad=True)
t = torch.tensor([2, 0])

y = x.scatter(0, t, v[:2])
(dv,) = torch.autograd.grad(y.sum(), v)
print(y.tolist(), dv.tolist())

y = x.scatter(0, t, v)
print(y.tolist())
y.sum().backward()  # raises RuntimeError
