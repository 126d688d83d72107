import torch
import torch.nn.functional as F

x = torch.tensor([5.0, 6.0, 7.0, 8.0])
t = torch.tensor([2, 0, 2])
G = torch.tensor([1.0, 10.0, 100.0])

S = F.one_hot(t, len(x)).float()  # (3, 4)
print(S)
print("S @ x:  ", (S @ x).tolist())
print("S.T @ G:", (S.T @ G).tolist())
