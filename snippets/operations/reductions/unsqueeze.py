import torch

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
G = torch.tensor([10.0, 100.0])
(dX,) = torch.autograd.grad(X.sum(1), X, G)

print("dX:   ", dX.tolist())
print("right:", G.unsqueeze(1).expand(2, 2).tolist())
print("wrong:", G.expand(2, 2).tolist())  # wrong

Y = X.sum(1, keepdim=True)
(dX,) = torch.autograd.grad(Y, X, G.unsqueeze(1))
print("keepdim:", tuple(Y.shape))
print("dX:   ", dX.tolist())
