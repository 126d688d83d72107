import torch
import torch.nn.functional as F

W = torch.zeros(4, 1, requires_grad=True)
t = torch.tensor([1, 3, 1])
G = torch.tensor([[1.0], [10.0], [100.0]])

(dW,) = torch.autograd.grad(F.embedding(t, W, sparse=True), W, G)
for name, it in {"as made": dW, "coalesced": dW.coalesce()}.items():
    print(name)
    print("  rows:  ", it._indices()[0].tolist())
    print("  values:", *it._values().tolist())
