import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3).requires_grad_()
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

(dX,) = torch.autograd.grad(F.conv2d(X, W), X, G)
stamped = torch.zeros(3, 3)
for i in range(2):
    for j in range(2):
        stamped[i : i + 2, j : j + 2] += G[0, 0, i, j] * W[0, 0]
full = F.conv2d(G, W.flip(2, 3), padding=1)
transposed = F.conv_transpose2d(G, W)

print("autograd:", dX[0, 0], sep="\n")
print("stamped:", stamped, sep="\n")
print("xcorr(pad(G), flip(W)):", full[0, 0], sep="\n")
print("conv_transpose2d(G, W):", transposed[0, 0], sep="\n")
