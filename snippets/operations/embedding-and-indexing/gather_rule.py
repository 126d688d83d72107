# checks #gather
import torch

torch.manual_seed(0)
X = torch.randn(4, 5, 3, dtype=torch.float64, requires_grad=True)
for dim, (shape, product) in enumerate(
    (
        ((6, 5, 3), "ibck,ibc->kbc"),
        ((4, 2, 3), "aick,aic->akc"),
        ((4, 5, 7), "abik,abi->abk"),
    )
):
    n = X.shape[dim]
    t = torch.randint(n, shape)
    S = t.unsqueeze(-1).eq(torch.arange(n)).double()
    Y = X.gather(dim, t)
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(torch.einsum(product, S, G), dX)
    print(f"{dim=}", tuple(Y.shape))
