import torch
import torch.nn.functional as F

W = torch.tensor([[1.0, 2.0], [3.0, torch.inf], [5.0, 6.0]])
t = torch.tensor([0, 2])
S = F.one_hot(t, 3).float()
print("W[t]: ", W[t].tolist())
print("S @ W:", (S @ W).tolist())

t = torch.zeros(8, 512, dtype=torch.long)
print("t:", t.nbytes, "bytes")
print("S:", t.numel() * 50_000 * 4, "bytes")
