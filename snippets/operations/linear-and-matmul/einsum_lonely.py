import torch

A = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
G = torch.tensor([1.0, 10.0])

for spec, g in (
    ("ij->i", G),
    ("ij->j", G),
    ("ij->", torch.tensor(5.0)),
    ("ii->i", G),
    ("ii->", torch.tensor(5.0)),
):
    y = torch.einsum(spec, A)
    (dA,) = torch.autograd.grad(y, A, g)
    print(f"{spec:6}", dA.tolist())
