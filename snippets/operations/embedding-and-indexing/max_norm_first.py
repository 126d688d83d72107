import torch
import torch.nn.functional as F

W = torch.tensor([[3.0, 4.0], [6.0, 8.0]], requires_grad=True)
Y = F.embedding(torch.tensor([0]), W, max_norm=2.5)
penalty = W.square().sum()
(Y.sum() + penalty).backward()
print(*W.grad.tolist(), sep="\n")
