import torch
import torch.nn.functional as F

p = torch.tensor([[1.0], [3.0]])
t = torch.tensor([1.0, 3.0])
print(F.mse_loss(p, t).item())
