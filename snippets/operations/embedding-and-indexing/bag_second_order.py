import torch
import torch.nn.functional as F

W = torch.ones(3, 2, requires_grad=True)
Y = F.embedding_bag(torch.tensor([[0, 2]]), W, mode="sum")
(dW,) = torch.autograd.grad(Y.square().sum(), W, create_graph=True)
print("dW:", dW.tolist())
dW.sum().backward()  # raises NotImplementedError
