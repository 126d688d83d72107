import torch

print("x  y    z   dx   dy |    z   dx   dy")
for p, q in ((0, 1), (0, 0), (0, -1), (1, 0)):
    row = []
    for f in (lambda x, y: x * y.log(), torch.xlogy):
        x = torch.tensor(float(p), requires_grad=True)
        y = torch.tensor(float(q), requires_grad=True)
        z = f(x, y)
        grads = torch.autograd.grad(z, (x, y))
        row += [" ".join(f"{v:z4g}" for v in (z, *grads))]
    print(f"{p} {q:2}", " | ".join(row))
