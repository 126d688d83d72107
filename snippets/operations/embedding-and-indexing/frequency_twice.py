import torch
import torch.nn.functional as F

W = torch.tensor([[5.0], [6.0], [7.0]], requires_grad=True)
G = torch.tensor([[1.0], [10.0], [100.0]], requires_grad=True)
t = torch.tensor([0, 2, 2])

Y = F.embedding(t, W, scale_grad_by_freq=True)
(dW,) = torch.autograd.grad(Y, W, G, create_graph=True)
(dG,) = torch.autograd.grad(dW.sum(), G)
print("dW:", dW.flatten().tolist())
print("d(dW.sum())/dG:", dG.flatten().tolist())
