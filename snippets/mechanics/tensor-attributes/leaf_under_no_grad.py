import torch

with torch.no_grad():
    w = torch.tensor(3.0, requires_grad=True)
    y = w * 2

print("w:", w.requires_grad, w.is_leaf)
print("y:", y.requires_grad, y.is_leaf)
