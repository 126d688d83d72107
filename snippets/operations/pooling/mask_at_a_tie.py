import torch
import torch.nn.functional as F

x = torch.tensor([[[2.0, 2.0, 1.0, 3.0]]], requires_grad=True)
G = torch.tensor([[[10.0, 100.0]]])
y, m = F.max_pool1d(x, 2, return_indices=True)

mask = torch.eq(x, y.repeat_interleave(2, -1))
masked = mask * G.repeat_interleave(2, -1)  # wrong
placed = torch.zeros_like(x).scatter_add(2, m, G)

print("masked:", masked[0, 0].tolist(), masked.sum().item())
print("placed:", placed[0, 0].tolist(), placed.sum().item())
(dx,) = torch.autograd.grad(y, x, G)
print("dx:    ", dx[0, 0].tolist(), dx.sum().item())
