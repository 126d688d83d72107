# checks #expand
import torch


def spread(small, big):
    pad = len(big) - len(small)
    sizes = [1] * pad + list(small)
    return [d for d, n in enumerate(sizes) if n == 1]


torch.manual_seed(0)
big = (2, 3, 4)
G = torch.randn(big, dtype=torch.float64)
for small in ((4,), (3, 1), (2, 1, 4), (1, 3, 4), (1, 1), ()):
    b = torch.randn(small, dtype=torch.float64, requires_grad=True)
    (db,) = torch.autograd.grad(b.expand(big), b, G)
    dims = spread(small, big)
    rule = G.sum(dims).reshape(small)
    torch.testing.assert_close(rule, db)
    torch.testing.assert_close(G.sum_to_size(small), db)
    print(f"{small!s:9} sum over {dims}")
