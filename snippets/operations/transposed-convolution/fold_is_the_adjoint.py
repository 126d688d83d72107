import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
V = torch.arange(16.0).reshape(1, 4, 4)

U = F.unfold(X, kernel_size=2)
print("<V, unfold(X)>:", (V * U).sum())
print("<fold(V), X>:", (F.fold(V, (3, 3), 2) * X).sum())

ones = torch.ones(1, 1, 3, 3)
counts = F.fold(F.unfold(ones, 2), (3, 3), 2)
print("fold(unfold(ones)):", counts[0, 0], sep="\n")
