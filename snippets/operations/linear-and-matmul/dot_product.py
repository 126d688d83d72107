import torch

u = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
v = torch.tensor([4.0, 5.0, 6.0], requires_grad=True)

y = torch.dot(u, v)
du, dv = torch.autograd.grad(y, (u, v), torch.tensor(10.0))

print("y: ", y.item(), y.grad_fn.name())
print("du:", du.tolist())
print("dv:", dv.tolist())
