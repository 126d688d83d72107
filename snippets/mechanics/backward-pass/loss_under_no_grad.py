import torch

w = torch.tensor(2.0, requires_grad=True)
with torch.no_grad():
    L = w**2
print(L.requires_grad, L.grad_fn)
L.backward()  # raises RuntimeError
