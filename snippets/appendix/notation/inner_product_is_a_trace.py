import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
B = torch.tensor([[1.0, 0.0, 2.0], [0.0, 1.0, 3.0]])
print("(A * B).sum():", (A * B).sum())
print("trace(A.T @ B):", torch.trace(A.T @ B))
print("A.flatten() @ B.flatten():", A.flatten() @ B.flatten())
