# checks #max-dim #amax
import torch

torch.manual_seed(0)
X = torch.randn(4, 5, dtype=torch.float64, requires_grad=True)
G = torch.randn(4, dtype=torch.float64)
order = X.detach().argsort(1)
rows = torch.arange(4)
for name, k in {"max": 4, "min": 0, "median": 2}.items():
    expected = torch.zeros(4, 5, dtype=torch.float64)
    expected[rows, order[:, k]] = G
    values = getattr(X, name)(1).values
    (dX,) = torch.autograd.grad(values, X, G)
    torch.testing.assert_close(expected, dX)
    print(name, "of each row")

X = torch.randint(3, (4, 5)).double().requires_grad_()
for name in ("amax", "amin"):
    y = getattr(X, name)(1)
    tied = torch.eq(X, y.unsqueeze(1))
    n = tied.sum(1)
    (dX,) = torch.autograd.grad(y, X, G)
    torch.testing.assert_close(tied * (G / n).unsqueeze(1), dX)
    print(name, "tied:", n.tolist())

for name in ("max", "min", "median"):
    y = getattr(X, name)()
    tied = torch.eq(X, y)
    (dX,) = torch.autograd.grad(y, X, G[0])
    torch.testing.assert_close(tied * G[0] / tied.sum(), dX)
    print(name, "of all, tied:", tied.sum().item())
