# checks #norm-2 #norm-p #norm-inf
import torch
from torch.linalg import vector_norm

torch.manual_seed(0)
X = torch.randn(4, 5, dtype=torch.float64)
X[0, 0] = 0
X.requires_grad_()
G = torch.randn(4, 1, dtype=torch.float64)


def autograd(p, X):
    y = vector_norm(X, p, dim=1, keepdim=True)
    return torch.autograd.grad(y, X, G)[0]


x = X.detach()
length = x.square().sum(1, keepdim=True).sqrt()
torch.testing.assert_close(G * x / length, autograd(2, X))
for p in (1, 1.5, 2, 3, 4.5):
    y = x.abs().pow(p).sum(1, keepdim=True) ** (1 / p)
    dX = G * x.sign() * (x.abs() / y) ** (p - 1)
    torch.testing.assert_close(dX, autograd(p, X))
    print(f"{p=}", tuple(dX.shape))

X = torch.randint(-2, 3, (4, 5)).double().requires_grad_()
x = X.detach()
tied = torch.eq(x.abs(), x.abs().amax(1, keepdim=True))
n = tied.sum(1, keepdim=True)
torch.testing.assert_close(
    G * x.sign() * tied / n, autograd(torch.inf, X)
)
print("p=inf tied:", n[:, 0].tolist())
