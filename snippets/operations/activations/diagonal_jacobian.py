import torch
import torch.nn.functional as F
from torch.func import jacrev

x = torch.tensor([-1.0, 0.0, 3.0])
print(jacrev(F.softsign)(x))
