import torch

w = torch.tensor(3.0, requires_grad=True)
h = 2 * w
c = h.detach()
print("c.requires_grad:", c.requires_grad)

L = h * c
L.backward()
print("w.grad:", w.grad)
