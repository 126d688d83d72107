import torch

u = torch.tensor(11.0, requires_grad=True)
c = u**3
d = 4 * u
y = c + d + 2

c_bar, d_bar = torch.autograd.grad(y, (c, d), retain_graph=True)
(through_c,) = torch.autograd.grad(c, u, c_bar, retain_graph=True)
(through_d,) = torch.autograd.grad(d, u, d_bar, retain_graph=True)
(u_bar,) = torch.autograd.grad(y, u)

print("c_bar, d_bar:", c_bar, d_bar)
print("through c:   ", through_c)
print("through d:   ", through_d)
print("u_bar:       ", u_bar)
