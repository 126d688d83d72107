import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
u = torch.tensor([1.0, -1.0, 2.0])
G = torch.tensor([1.0, 10.0, 100.0])

y, Ju = torch.func.jvp(torch.square, (x,), (u,))
(vjp,) = torch.autograd.grad(x.square(), x, G)

print("Ju:", Ju.detach())
print("vjp:", vjp)
print("<G, Ju>:", (G * Ju).sum().item())
print("<vjp, u>:", (vjp * u).sum().item())
