import torch

a = torch.tensor(1.0, requires_grad=True)
b = a * 0
c = a > 0
d = (a + 1).detach()
e = (a + 1).detach().requires_grad_()

for name, t in {"a": a, "b": b, "c": c, "d": d, "e": e}.items():
    print(name, t.requires_grad, t.is_leaf)
