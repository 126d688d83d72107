import torch
import torch.nn.functional as F

batch = torch.zeros(0, 1, 4, 4, requires_grad=True)
F.max_pool2d(batch, 2).sum().backward()
print("empty batch:", tuple(batch.grad.shape))

plane = torch.zeros(1, 1, 0, 4, requires_grad=True)
y = F.adaptive_avg_pool2d(plane, 1)
print("empty plane:", y.item(), y.grad_fn.name())
F.max_pool2d(plane, 2)  # raises RuntimeError
