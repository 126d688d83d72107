import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 2.0, 3.0])
for name, f in {
    "relu": F.relu,
    "leaky_relu": lambda z: F.leaky_relu(z, 0.25),
}.items():
    w = torch.tensor(1.0, requires_grad=True)
    b = torch.tensor(-4.0, requires_grad=True)
    for step in range(41):
        z = w * x + b
        L = (f(z) - 1).square().sum() / 2
        dw, db = torch.autograd.grad(L, (w, b))
        if step in {0, 40}:
            print(name, "step", step)
            print(f"  dw: {dw:.4f}  db: {db:.4f}")
            print("  z:", [round(v, 2) for v in z.tolist()])
        with torch.no_grad():
            w -= 0.1 * dw
            b -= 0.1 * db
