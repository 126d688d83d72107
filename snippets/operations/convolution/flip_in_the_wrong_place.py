import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])
dX, dW = torch.autograd.grad(F.conv2d(X, W), (X, W), G)

with torch.no_grad():
    unflipped = F.conv2d(G, W, padding=1)  # wrong
    flipped = F.conv2d(X, G.flip(2, 3))  # wrong

print("dX:", dX[0, 0], sep="\n")
print("W not flipped:", unflipped[0, 0], sep="\n")
print("dW:", dW[0, 0], sep="\n")
print("G flipped:", flipped[0, 0], sep="\n")
