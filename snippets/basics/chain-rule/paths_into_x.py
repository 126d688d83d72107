import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
u = a + b + 1
y = u**3 + 4 * u + 2

u_bar, a_bar, b_bar = torch.autograd.grad(
    y, (u, a, b), retain_graph=True
)
(through_a,) = torch.autograd.grad(a, x, a_bar, retain_graph=True)
(through_b,) = torch.autograd.grad(b, x, b_bar, retain_graph=True)
(x_bar,) = torch.autograd.grad(y, x)

print("u_bar, a_bar, b_bar:", u_bar, a_bar, b_bar)
print("through a:", through_a)
print("through b:", through_b)
print("x_bar:    ", x_bar)
