import torch

t = torch.tensor([[2, 2], [0, 1]])
X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
V = torch.tensor([[1.0, 10.0], [100.0, 1000.0]])

read = X.gather(1, t)
added = torch.zeros(2, 3).scatter_add(1, t, V)
print("gather:     ", read.tolist())
print("scatter_add:", *added.tolist(), sep="\n  ")
print("<V, gather(X)>:     ", (V * read).sum().item())
print("<scatter_add(V), X>:", (added * X).sum().item())
