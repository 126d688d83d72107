import torch
import torch.nn.functional as F

X = torch.arange(8.0).reshape(1, 2, 2, 2).requires_grad_()
W = torch.tensor([[[[1.0, 2.0]]], [[[3.0, 4.0]]]], requires_grad=True)
G = torch.tensor([[[[1.0], [0.0]], [[10.0], [100.0]]]])
Y = F.conv2d(X, W, groups=2)
dX, dW = torch.autograd.grad(Y, (X, W), G)

print("W:", tuple(W.shape))
print("Y:", Y.flatten().tolist())
print("dW:", dW.flatten().tolist())
print("dX:", dX, sep="\n")
with torch.no_grad():
    for c in range(2):
        x, g = X[:, [c]], G[:, [c]]
        print(f"xcorr, channel {c}:", F.conv2d(x, g).flatten().tolist())
