import torch
import torch.nn.functional as F

X = torch.tensor([[3.0, 4.0], [1.0, 0.0]])
W = torch.zeros(3, 2, requires_grad=True)
G = torch.tensor([[1.0, 2.0, 2.0], [0.0, 3.0, 4.0]])

(dW,) = torch.autograd.grad(F.linear(X, W), W, G)
each = torch.einsum("no,ni->noi", G, X)
print("dW: ", dW.tolist())
print("sum:", each.sum(0).tolist())

norms = each.flatten(1).norm(dim=1)
cheap = G.norm(dim=1) * X.norm(dim=1)
print("norms:", norms.tolist(), cheap.tolist())
