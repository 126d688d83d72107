import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
u = a + b + 1

du_da, du_db = torch.autograd.grad(u, (a, b), retain_graph=True)
(da_dx,) = torch.autograd.grad(a, x, retain_graph=True)
(db_dx,) = torch.autograd.grad(b, x, retain_graph=True)
(du_dx,) = torch.autograd.grad(u, x)

print("x -> a -> u:", du_da * da_dx)
print("x -> b -> u:", du_db * db_dx)
print("du/dx:      ", du_dx)
