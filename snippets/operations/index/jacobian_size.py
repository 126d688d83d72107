import torch

x = torch.arange(1.0, 1001.0, dtype=torch.float64, requires_grad=True)
G = torch.arange(1000, dtype=torch.float64) % 7 + 1

J = torch.autograd.functional.jacobian(torch.square, x)
(vjp,) = torch.autograd.grad(x.square(), x, G)
torch.testing.assert_close(vjp, J.T @ G)

print("J:", tuple(J.shape), J.numel())
print("nonzero:", J.count_nonzero().item())
print("vjp:", tuple(vjp.shape), vjp.numel())

A = torch.ones(256, 512)
B = torch.ones(512, 128)
Y = A @ B
print("A:", A.numel())
print("Y:", Y.numel())
print("J of Y by A:", Y.numel() * A.numel())
