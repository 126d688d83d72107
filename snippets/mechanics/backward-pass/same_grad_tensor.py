import torch

x = torch.tensor(2.0, requires_grad=True)

(x**2 + 3 * x).backward()
first = x.grad
copy = x.grad.clone()
(x**2 + 3 * x).backward()

print("first:", first, "copy:", copy)
print("first is x.grad:", first is x.grad)
