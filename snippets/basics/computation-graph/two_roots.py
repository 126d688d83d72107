import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
y = 3 * a
z = 5 * a
y.backward(retain_graph=True)
z.backward()
print(x.grad)

x.grad = None
a = x**2
y = 3 * a
z = 5 * a
(y + z).backward()
print(x.grad)
