import torch

x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
step = (x > 0).to(x.dtype)
print("step:", step)

y = step * x
y.sum().backward()
print("x.grad:", x.grad)
