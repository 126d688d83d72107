import torch

C = torch.full((2, 2), torch.nan, requires_grad=True)
A = torch.ones(2, 3)
B = torch.ones(3, 2)

for beta in (0, 1):
    Y = torch.addmm(C, A, B, beta=beta)
    (dC,) = torch.autograd.grad(Y.sum(), C)
    print("beta:", beta, "Y:", Y[0].tolist(), "dC:", dC[0].tolist())
print("by hand:", (0 * C + A @ B)[0].tolist())
