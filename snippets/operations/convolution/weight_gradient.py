import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

(dW,) = torch.autograd.grad(F.conv2d(X, W), W, G)

print("autograd:", dW[0, 0], sep="\n")
print("xcorr(X, G):", F.conv2d(X, G)[0, 0], sep="\n")
