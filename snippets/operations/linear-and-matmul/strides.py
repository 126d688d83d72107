import torch

A = torch.ones(2, 3, requires_grad=True)
columns = torch.ones(5, 3).T.requires_grad_()  # (3, 5), transposed
rows = torch.ones(3, 5, requires_grad=True)

for B in (rows, columns):
    (dB,) = torch.autograd.grad(A @ B, B, torch.ones(2, 5))
    print("B:", B.stride(), "dB:", dB.stride())

wide = torch.ones(1, 3).expand(4, 3).requires_grad_()
(d_wide,) = torch.autograd.grad(wide @ rows, wide, torch.ones(4, 5))
print("expanded:", wide.stride(), "gradient:", d_wide.stride())
