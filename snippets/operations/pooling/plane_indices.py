import torch
import torch.nn.functional as F

x = torch.arange(8.0).reshape(1, 2, 2, 2)
y, m = F.max_pool2d(x, 2, return_indices=True)
print("y:", y.flatten().tolist(), "m:", m.flatten().tolist())

print(x.flatten()[m.flatten()].tolist())  # wrong
print(x.flatten(2).gather(2, m.flatten(2)).flatten().tolist())
