import torch

w = torch.tensor(3.0, requires_grad=True)  # leaf
x = torch.tensor(2.0)  # leaf

print("x * x:", (x * x).requires_grad)
print("w * x:", (w * x).requires_grad)
print("w > x:", (w > x).requires_grad)
print("w.int():", w.int().requires_grad)
print("torch.zeros_like(w):", torch.zeros_like(w).requires_grad)
print("w.detach():", w.detach().requires_grad)

with torch.no_grad():
    y = w * x
print("torch.no_grad():", y.requires_grad)
