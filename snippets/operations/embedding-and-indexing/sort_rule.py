# checks #sort
import torch

torch.manual_seed(0)
X = torch.randn(5, 6, dtype=torch.float64, requires_grad=True)
for name, Y in {
    "sort": X.sort(1).values,
    "descending": X.sort(1, descending=True).values,
    "topk": X.topk(3, 1).values,
    "kthvalue": X.kthvalue(2, 1, keepdim=True).values,
    "max": X.max(1, keepdim=True).values,
}.items():
    G = torch.randn_like(Y)
    (dX,) = torch.autograd.grad(Y, X, G)
    same = X.unsqueeze(2).isclose(Y.unsqueeze(1), rtol=0, atol=0)
    formula = torch.einsum("ajk,ak->aj", same.double(), G)
    torch.testing.assert_close(formula, dX)
    print(name, tuple(Y.shape))
