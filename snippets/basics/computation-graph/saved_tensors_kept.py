import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2
node = y.grad_fn

y.backward(retain_graph=True)
print("saved:", node._saved_self)
