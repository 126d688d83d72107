import torch

w = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
x = torch.tensor(2.0)

L = (w * x) ** 2
print("w.grad:", w.grad)

L.backward()
print("w.grad:", w.grad)
print("b.grad:", b.grad)
