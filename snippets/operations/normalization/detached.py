import torch

X = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0])
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0])


def whole(x):
    return (x - x.mean()) / x.var(correction=0).sqrt()


def detached(x):
    mu, v = x.mean().detach(), x.var(correction=0).detach()  # wrong
    return (x - mu) / v.sqrt()


for norm in (whole, detached):
    x = X.clone().requires_grad_()
    (dx,) = torch.autograd.grad(norm(x), x, G)
    print(norm.__name__, "dx:", dx.round(decimals=4).tolist())
    shift = torch.zeros((), requires_grad=True)
    for _ in range(3):
        loss = G @ norm(X + shift)
        (step,) = torch.autograd.grad(loss, shift)
        shift = (shift - step).detach().requires_grad_()
        print(f"  loss {loss:.1f}, shift {shift.item() + 0.0:.1f}")
