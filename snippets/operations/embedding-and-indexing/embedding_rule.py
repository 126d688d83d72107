# checks #embedding
import torch
import torch.nn.functional as F


def vjp(G, t, n, padding=None, by_frequency=False):
    S = t.reshape(-1, 1).eq(torch.arange(n)).double()
    if padding is not None:
        S[:, padding] = 0
    if by_frequency:
        S = S / S.sum(0).clamp(min=1)
    return S.T @ G.reshape(-1, G.shape[-1])


torch.manual_seed(0)
W = torch.randn(6, 3, dtype=torch.float64, requires_grad=True)
t = torch.randint(6, (2, 7))
print(*t.tolist(), sep="\n")
for padding in (None, 0, -2):
    for by_frequency in (False, True):
        Y = F.embedding(t, W, padding, scale_grad_by_freq=by_frequency)
        G = torch.randn_like(Y)
        (dW,) = torch.autograd.grad(Y, W, G)
        formula = vjp(G, t, 6, padding, by_frequency)
        torch.testing.assert_close(formula, dW)
        print(f"{padding=}", f"{by_frequency=}")
