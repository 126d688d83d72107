import torch
import torch.nn.functional as F

W = torch.ones(3, 1, requires_grad=True)
none = torch.tensor([], dtype=torch.long)


def show(name, y):
    (dW,) = torch.autograd.grad(y, W)
    print(name, y.item(), dW.flatten().tolist())


show("W[none]  ", W[none].sum())
show("embedding", F.embedding(none, W).sum())
show("mask     ", W[W > 9].sum())
show("mean     ", W[W > 9].mean())
show("put      ", W.index_put((none,), torch.zeros(0, 1)).sum())
