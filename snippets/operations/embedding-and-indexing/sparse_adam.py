import torch
import torch.nn.functional as F


def train(optimizer, sparse):
    W = torch.zeros(4, 1, requires_grad=True)
    optimizer = optimizer([W], lr=1.0)
    for t in ([1], [3]):
        optimizer.zero_grad()
        F.embedding(torch.tensor(t), W, sparse=sparse).sum().backward()
        optimizer.step()
        print(" ", t, [round(w, 2) for w in W.flatten().tolist()])


print("Adam, dense")
train(torch.optim.Adam, False)
print("SparseAdam, sparse")
train(torch.optim.SparseAdam, True)
