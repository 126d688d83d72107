import torch

x = torch.tensor(2.0, requires_grad=True)
u = x**2 + 3 * x + 1
row = torch.tensor([2.0])

print(x)
print(f"{x}")
print(u)
print(f"{u}")
print(f"{u:.3f}")
print(f"{row}")
