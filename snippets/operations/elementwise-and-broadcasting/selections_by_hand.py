import torch

a = torch.tensor([1.0, 5.0, 3.0], requires_grad=True)
b = torch.tensor([4.0, 2.0, 3.0], requires_grad=True)
c = torch.tensor([True, False, True])
G = torch.tensor([10.0, 100.0, 1000.0])


def show(name, y, *inputs):
    grads = torch.autograd.grad(y, inputs, G)
    print(name, y.tolist())
    print(*[f"  {g.tolist()}" for g in grads], sep="\n")


show("where:", torch.where(c, a, b), a, b)
show("maximum:", torch.maximum(a, b), a, b)
show("minimum:", torch.minimum(a, b), a, b)
show("clamp:", a.clamp(2, 4), a)
