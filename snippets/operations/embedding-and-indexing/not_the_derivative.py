import torch
import torch.nn.functional as F
from torch.func import jacfwd, jacrev

t = torch.tensor([0, 2, 2])
W = torch.tensor([[5.0], [6.0], [7.0]])

for name, options in {
    "plain": {},
    "padding": {"padding_idx": 0},
    "frequency": {"scale_grad_by_freq": True},
}.items():

    def total(W, options=options):
        return F.embedding(t, W, **options).sum()

    print(name)
    print("  reverse:", jacrev(total)(W).flatten().tolist())
    print("  forward:", jacfwd(total)(W).flatten().tolist())
