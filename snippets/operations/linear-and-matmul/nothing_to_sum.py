import torch
import torch.nn.functional as F

A = torch.ones(2, 0, requires_grad=True)  # K = 0
B = torch.ones(0, 3, requires_grad=True)
Y = A @ B
dA, dB = torch.autograd.grad(Y, (A, B), torch.ones(2, 3))
print("K = 0:", Y.tolist())
print(" ", tuple(dA.shape), tuple(dB.shape))

X = torch.ones(0, 3)  # N = 0
W = torch.ones(2, 3, requires_grad=True)
b = torch.ones(2, requires_grad=True)
loss = F.linear(X, W, b).mean()
dW, db = torch.autograd.grad(loss, (W, b))
print("N = 0: loss", loss.item())
print("  dW:", dW.tolist())
print("  db:", db.tolist())
