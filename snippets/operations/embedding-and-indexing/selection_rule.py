# checks #selection
import torch


def one_hot(t, n):
    return t.unsqueeze(-1).eq(torch.arange(n)).double()


torch.manual_seed(0)
X = torch.randn(4, 5, 3, dtype=torch.float64, requires_grad=True)
for dim, product in enumerate(
    ("ij,ibc->jbc", "ij,aic->ajc", "ij,abi->abj")
):
    n = X.shape[dim]
    t = torch.randint(n, (7,))
    Y = X.index_select(dim, t)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    formula = torch.einsum(product, one_hot(t, n), G)
    torch.testing.assert_close(formula, dX)
    print(f"{dim=}", "t:", t.tolist())

t = torch.randint(4, (2, 6))
Y = X[t]  # (2, 6, 5, 3)
G = torch.randn_like(Y)
(dX,) = torch.autograd.grad(Y, X, G)
formula = torch.einsum("pij,pibc->jbc", one_hot(t, 4), G)
torch.testing.assert_close(formula, dX)
print("X[t]", tuple(Y.shape))
