import torch
import torch.nn.functional as F

X = torch.tensor(
    [
        [1.0, 2.0, 0.0, 3.0],
        [5.0, 4.0, 1.0, 2.0],
        [0.0, 6.0, 7.0, 1.0],
        [3.0, 2.0, 8.0, 4.0],
    ]
).reshape(1, 1, 4, 4)
X.requires_grad_()
G = torch.tensor([[[[1.0, 10.0], [100.0, 1000.0]]]])

Y, m = F.max_pool2d(X, 2, return_indices=True)
(dX,) = torch.autograd.grad(Y, X, G)

print(Y.grad_fn.name())
print("Y:", Y.detach()[0, 0], sep="\n")
print("m:", m[0, 0], sep="\n")
print("dX:", dX[0, 0], sep="\n")
