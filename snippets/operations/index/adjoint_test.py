import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
B = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]])
G = torch.tensor([[1.0, -1.0], [2.0, 3.0]])

print("<G, A @ B>:", (G * (A @ B)).sum())
print("<G @ B.T, A>:", (G @ B.T * A).sum())
print("<A.T @ G, B>:", (A.T @ G * B).sum())
