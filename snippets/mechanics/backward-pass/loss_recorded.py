import torch

w = torch.tensor(2.0, requires_grad=True)
L = w**2
print(L.requires_grad, L.grad_fn.name())
L.backward()
print("w.grad:", w.grad)
