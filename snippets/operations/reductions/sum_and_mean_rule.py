# checks #sum #mean
import torch


def vjp_of_sum(X, G, dims, keepdim):
    if not keepdim:
        for dim in sorted(dims):
            G = G.unsqueeze(dim)
    return G + torch.zeros_like(X)


torch.manual_seed(0)
X = torch.randn(2, 3, 4, dtype=torch.float64, requires_grad=True)
for dims in ((0,), (1,), (2,), (0, 2), (1, 2), (0, 1, 2)):
    n = torch.tensor([X.shape[dim] for dim in dims]).prod()
    for keepdim in (False, True):
        Y = X.sum(dims, keepdim)
        G = torch.randn_like(Y)
        share = vjp_of_sum(X, G, dims, keepdim)
        (dX,) = torch.autograd.grad(Y, X, G)
        torch.testing.assert_close(share, dX)
        (dX,) = torch.autograd.grad(X.mean(dims, keepdim), X, G)
        torch.testing.assert_close(share / n, dX)
    print("dim:", dims, "n:", n.item())
