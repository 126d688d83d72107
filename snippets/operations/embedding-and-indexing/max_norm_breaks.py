import torch
import torch.nn.functional as F

W = torch.tensor([[3.0, 4.0], [6.0, 8.0]], requires_grad=True)
t = torch.tensor([0])

Y = F.embedding(t, W, max_norm=2.5)
penalty = W.square().sum()
(Y.sum() + penalty).backward()
print(*W.grad.tolist(), sep="\n")

penalty = W.square().sum()
Y = F.embedding(t, W, max_norm=2.5)
(Y.sum() + penalty).backward()  # raises RuntimeError
