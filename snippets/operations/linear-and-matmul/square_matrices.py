import torch

A = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
B = torch.tensor([[5.0, 6.0], [7.0, 8.0]])
G = torch.tensor([[1.0, 10.0], [0.0, 0.0]])

(dA,) = torch.autograd.grad(A @ B, A, G)
print("dA:     ", dA.tolist())
print("G @ B:  ", (G @ B).tolist())  # wrong
print("B.T @ G:", (B.T @ G).tolist())  # wrong
print("G @ B.T:", (G @ B.T).tolist())
