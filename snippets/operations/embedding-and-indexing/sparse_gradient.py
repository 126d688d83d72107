import torch
import torch.nn.functional as F

W = torch.arange(8.0).reshape(4, 2).requires_grad_()
t = torch.tensor([1, 3, 1])
G = torch.tensor([[1.0, 2.0], [10.0, 20.0], [100.0, 200.0]])

(dW,) = torch.autograd.grad(F.embedding(t, W, sparse=True), W, G)
for name, it in {"as made": dW, "coalesced": dW.coalesce()}.items():
    print(name)
    print("  rows:  ", it._indices()[0].tolist())
    print("  values:", *it._values().tolist())
