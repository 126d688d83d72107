import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0], requires_grad=True)
G = torch.tensor([0.0, 6.0, 4.0, 2.0, 8.0])


def norm(x):
    return F.layer_norm(x, (5,), eps=0)


Ju = torch.func.jvp(norm, (x,), (G,))[1]
print("jvp:", [round(v, 4) + 0.0 for v in Ju.tolist()])
(dx,) = torch.autograd.grad(norm(x), x, G, create_graph=True)
print("vjp:", [round(v, 4) + 0.0 for v in dx.tolist()])

d = torch.tensor([-3.0, -1.0, 0.0, 1.0, 3.0])
e = torch.ones(5)
for name, u in (("d", d), ("e", e)):
    (Hu,) = torch.autograd.grad(dx, x, u, retain_graph=True)
    print(f"H {name}:", [round(v, 4) + 0.0 for v in Hu.tolist()])
