import torch

w = (torch.ones(2) * 0.5).requires_grad_()
print("w.is_leaf:", w.is_leaf)

optimizer = torch.optim.SGD([w], lr=1.0)
w.sum().backward()
optimizer.step()
print("w:", w)
