import torch
import torch.nn.functional as F

t = torch.tensor([[0, 1, 1], [2, 2, 0]])  # (N, T)
z = 20.0 * F.one_hot(t)  # (N, T, C)

wrong = F.cross_entropy(z, t)  # wrong
right = F.cross_entropy(z.transpose(1, 2), t)  # (N, C, T)
flat = F.cross_entropy(z.flatten(0, 1), t.flatten())  # (N T, C)
for loss in (wrong, right, flat):
    print(f"{loss.item():z.4f}")
