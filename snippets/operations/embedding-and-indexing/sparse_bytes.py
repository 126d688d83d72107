import torch
import torch.nn.functional as F

W = torch.zeros(50_000, 256, requires_grad=True)
t = torch.tensor([1, 3, 1])

(dense,) = torch.autograd.grad(F.embedding(t, W).sum(), W)
(sparse,) = torch.autograd.grad(F.embedding(t, W, sparse=True).sum(), W)
rows, values = sparse._indices(), sparse._values()
print("dense: ", dense.nbytes, "bytes")
print("sparse:", rows.nbytes, "+", values.nbytes, "bytes")

F.embedding(t, W, sparse=True).sum().backward()
F.embedding(t, W, sparse=True).sum().backward()
print("two calls:", W.grad._nnz(), "rows")
W.sum().backward()
print("with a dense one:", W.grad.layout)
