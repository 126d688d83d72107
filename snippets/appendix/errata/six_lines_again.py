import torch

x = torch.tensor(2.0, requires_grad=True)
fx = x**2 + 3 * x + 1
gx = fx**3 + 4 * fx + 2
fx.retain_grad()
gx.retain_grad()
gx.backward()
for name, value in [("x", x), ("fx", fx), ("gx", gx)]:
    print(f"{name}:{value}")
for name, value in [("gx", gx), ("fx", fx), ("x", x)]:
    print(f"{name}.grad:{value.grad}")
