import torch

x = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
H = 2 * x
view, copy = H[1:], H[torch.tensor([1, 2])]
H.mul_(10)

for name, y in {"view": view, "copy": copy}.items():
    (dx,) = torch.autograd.grad(y.sum(), x, retain_graph=True)
    print(name, y.grad_fn.name())
    print("  y: ", y.tolist(), "dx:", dx.tolist())
