import torch
from torch.autograd.functional import jacobian

b = torch.tensor([5.0, 7.0])
G = torch.tensor([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])

M = jacobian(lambda b: b.expand(3, 2).flatten(), b)
print("M:", M, sep="\n")
print("M @ b:", (M @ b).tolist())
print("M.T @ G:", (M.T @ G.flatten()).tolist())
print("G.sum(0):", G.sum(0).tolist())
