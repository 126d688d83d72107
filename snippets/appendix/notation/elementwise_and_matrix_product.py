import torch

A = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
B = torch.tensor([[1.0, 10.0], [10.0, 1.0]])
print("A * B:", (A * B).tolist())
print("A @ B:", (A @ B).tolist())
