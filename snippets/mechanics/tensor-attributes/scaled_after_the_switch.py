import torch

w = torch.ones(2, requires_grad=True) * 0.5
print("w.is_leaf:", w.is_leaf)
torch.optim.SGD([w], lr=1.0)  # raises ValueError
