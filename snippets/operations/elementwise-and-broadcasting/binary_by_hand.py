import torch

a = torch.tensor([6.0, 8.0], requires_grad=True)
b = torch.tensor([2.0, 4.0], requires_grad=True)
G = torch.tensor([1.0, 16.0])

for name, y in {
    "a + b": a + b,
    "a - b": a - b,
    "a * b": a * b,
    "a / b": a / b,
}.items():
    da, db = torch.autograd.grad(y, (a, b), G)
    print(name, y.tolist())
    print("  da:", da.tolist(), "db:", db.tolist())
