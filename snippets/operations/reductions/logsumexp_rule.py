# checks #logsumexp
import torch

torch.manual_seed(0)
X = torch.randn(2, 3, 4, dtype=torch.float64, requires_grad=True)
for dims in ((0,), (1,), (2,), (0, 2)):
    Y = X.logsumexp(dims, keepdim=True)
    G = torch.randn_like(Y)
    powers = X.detach().exp()
    share = powers / powers.sum(dims, keepdim=True)
    (dX,) = torch.autograd.grad(Y, X, G)
    torch.testing.assert_close(G * share, dX)
    total = dX.sum(dims, keepdim=True)
    torch.testing.assert_close(total, G)
    print("dim:", dims, "G:", tuple(G.shape))
