import torch
import torch.nn.functional as F
from torch.autograd.graph import saved_tensors_hooks

X = torch.zeros(4, 3, requires_grad=True)
V = torch.zeros(2, 3, requires_grad=True)
t, tt = torch.tensor([0, 2]), torch.zeros(2, 3, dtype=torch.long)
m = torch.zeros(4, 3, dtype=torch.bool)
names = {"t": t, "tt": tt, "m": m, "X": X, "V": V}
saved = []


def pack(tensor):
    known = [name for name, it in names.items() if it is tensor]
    saved.append(known[0] if known else "Y")
    return tensor


for name, op in {
    "X[1:]": lambda: X[1:],
    "X[t]": lambda: X[t],
    "X[m]": lambda: X[m],
    "index_select": lambda: X.index_select(0, t),
    "embedding": lambda: F.embedding(t, X),
    "gather": lambda: X.gather(0, tt),
    "take": lambda: X.take(tt),
    "masked_select": lambda: X.masked_select(m),
    "index_put": lambda: X.index_put((t,), V),
    "scatter": lambda: X.scatter(0, tt, V),
    "scatter_add": lambda: X.scatter_add(0, tt, V),
    "index_add": lambda: X.index_add(0, t, V),
    "amax": lambda: X.scatter_reduce(0, tt, V, "amax"),
    "where": lambda: torch.where(m, X, 0.0),
}.items():
    saved.clear()
    with saved_tensors_hooks(pack, lambda tensor: tensor):
        op()
    print(f"{name:13}", *saved)
