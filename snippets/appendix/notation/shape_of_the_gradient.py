import torch

W = torch.ones(2, 3, requires_grad=True)
x = torch.ones(3, 4)
Y = W @ x
L = Y.sum()
L.backward()
print("L:", tuple(L.shape))
print("W:", tuple(W.shape), "W.grad:", tuple(W.grad.shape))
print("W.grad:", W.grad.tolist())
