import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0, 2.0, 3.0, 4.0]]], requires_grad=True)
G = torch.tensor([[[1.0, 10.0, 100.0, 1000.0]]])
for w in ([1.0, 2.0, 3.0], [1.0, 2.0]):
    W = torch.tensor([[w]])
    Y = F.conv1d(X, W, padding="same")
    (dX,) = torch.autograd.grad(Y, X, G)
    print(Y.int().flatten().tolist(), dX.int().flatten().tolist())
    print("", Y.grad_fn.next_functions[0][0].name().split(":")[-1])
