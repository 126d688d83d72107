import torch
import torch.nn.functional as F

W = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
G = torch.tensor([[1.0, 10.0], [0.0, 0.0]])  # row 1 masked

for bad in (torch.nan, torch.inf):
    X = torch.tensor([[1.0, 2.0], [bad, 4.0]], requires_grad=True)
    Y = F.linear(X, W)
    dX, dW = torch.autograd.grad(Y, (X, W), G)
    print(bad, "dX:", dX.tolist())
    print("  dW:", dW.tolist())

keep = torch.tensor([[True], [False]])
clean = X.detach().where(keep, 0.0)  # before the product
(dW,) = torch.autograd.grad(F.linear(clean, W), W, G)
print("clean dW:", dW.tolist())
