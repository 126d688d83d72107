import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
v = torch.tensor([7.0, 8.0, 9.0], requires_grad=True)
a = torch.tensor(5.0, requires_grad=True)
m = torch.tensor([False, True, False, True])
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])

for y, other in (
    (x.masked_fill(m, a), a),
    (x.masked_scatter(m, v), v),
    (torch.where(m, x, a), a),
):
    dx, d = torch.autograd.grad(y, (x, other), G)
    print(y.grad_fn.name())
    print("  y: ", y.tolist())
    print("  dx:", dx.tolist())
    print("  da:" if other is a else "  dv:", d.tolist())
