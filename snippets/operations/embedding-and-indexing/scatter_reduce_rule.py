# checks #scatter-reduce
import torch

rates = {
    "sum": lambda z: torch.ones_like(z),
    "mean": lambda z: torch.full_like(z, 1 / len(z)),
    "prod": lambda z: torch.stack(
        [torch.cat([z[:k], z[k + 1 :]]).prod() for k in range(len(z))]
    ),
    "amax": lambda z: (m := z.isclose(z.max()).double()) / m.sum(),
}
torch.manual_seed(0)
x = torch.randint(4, (5,)).double().requires_grad_()
v = torch.randint(4, (9,)).double().requires_grad_()
t = torch.randint(5, (9,))
G = torch.randn(5, dtype=torch.float64)
for reduce, rate in rates.items():
    y = x.scatter_reduce(0, t, v, reduce)
    grads = torch.autograd.grad(y, (x, v), G)
    dx, dv = torch.zeros_like(x), torch.zeros_like(v)
    for j in range(5):
        mine = t.eq(j).nonzero().flatten()
        z = torch.cat([x[j : j + 1], v[mine]]).detach()
        dx[j], dv[mine] = G[j] * rate(z)[0], G[j] * rate(z)[1:]
    torch.testing.assert_close((dx, dv), grads)
    print(f"{reduce:4}", y.tolist())
