import torch
import torch.nn.functional as F
from torch import nn

W = torch.tensor([[5.0], [6.0], [7.0]], requires_grad=True)
t = torch.tensor([0, 2, 0])

print("default:", nn.Embedding(3, 1, padding_idx=0).weight[0].tolist())
Y = F.embedding(t, W, padding_idx=0)
print("Y:", Y.flatten().tolist())

(dW,) = torch.autograd.grad(Y.sum(), W)
print("lookup only:", dW.flatten().tolist())

Y = F.embedding(t, W, padding_idx=0)
logits = Y @ W.T  # shared
(dW,) = torch.autograd.grad(logits.sum(), W)
print("shared:     ", dW.flatten().tolist())
