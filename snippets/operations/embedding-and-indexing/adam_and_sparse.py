import torch
import torch.nn.functional as F

W = torch.zeros(4, 2, requires_grad=True)
optimizer = torch.optim.Adam([W])
F.embedding(torch.tensor([1, 3, 1]), W, sparse=True).sum().backward()
optimizer.step()  # raises RuntimeError
