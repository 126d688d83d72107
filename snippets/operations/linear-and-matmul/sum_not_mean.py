import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
b = torch.zeros(2, requires_grad=True)
Y = F.linear(X, torch.eye(2), b)

loss = Y.square().mean()
G = 2 * Y.detach() / Y.numel()
(db,) = torch.autograd.grad(loss, b)

print("db:       ", db.tolist())
print("G.mean(0):", G.mean(0).tolist())  # wrong
print("G.sum(0): ", G.sum(0).tolist())
