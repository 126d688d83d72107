import torch
import torch.nn.functional as F
from torch.autograd.graph import saved_tensors_hooks


def report(name, call):
    kept = []

    def pack(tensor):
        kept.append(f"{tuple(tensor.shape)}")
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        call()
    print(name, *kept, sep="\n  ")


def by_unfold(X, W):
    return W.flatten(1) @ F.unfold(X, 3, padding=1)


X = torch.ones(1, 4, 8, 8, requires_grad=True)
W = torch.ones(6, 4, 3, 3, requires_grad=True)
frozen = W.detach()
report("conv2d:", lambda: F.conv2d(X, W, padding=1))
report("conv2d, frozen:", lambda: F.conv2d(X, frozen, padding=1))
report("unfold:", lambda: by_unfold(X, W))
report("unfold, frozen:", lambda: by_unfold(X, frozen))
