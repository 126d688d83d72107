# checks #mm
import torch

torch.manual_seed(0)
A = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
B = torch.randn(3, 4, dtype=torch.float64, requires_grad=True)

Y = torch.mm(A, B)
G = torch.randn_like(Y)
dA, dB = torch.autograd.grad(Y, (A, B), G)

with torch.no_grad():
    torch.testing.assert_close(G @ B.T, dA)
    torch.testing.assert_close(A.T @ G, dB)
print(Y.grad_fn.name())
print("(5, 4) @ (4, 3) ->", tuple(dA.shape))
print("(3, 5) @ (5, 4) ->", tuple(dB.shape))
