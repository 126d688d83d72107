import torch

X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
X.requires_grad_()
t = torch.tensor([[2, 2], [0, 1]])
G = torch.tensor([[1.0, 10.0], [100.0, 1000.0]])

Y = X.gather(1, t)
(dX,) = torch.autograd.grad(Y, X, G)
print("Y: ", Y.tolist())
print("dX:", *dX.tolist(), sep="\n  ")

for name, Y in {
    "take_along_dim": X.take_along_dim(t, 1),
    "take": X.take(torch.tensor([[2, 2], [3, 4]])),
}.items():
    (same,) = torch.autograd.grad(Y, X, G)
    print(name, Y.grad_fn.name(), torch.equal(same, dX))
