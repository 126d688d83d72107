import torch

w = torch.ones(2, requires_grad=True)
same = w.to(torch.float32)
other = w.to(torch.float64)

print("float32:", same.is_leaf, same is w)
print("float64:", other.is_leaf, other.grad_fn.name())
