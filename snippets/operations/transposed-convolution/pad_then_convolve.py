import torch
from torch import nn


def nodes(node, seen):
    if node is not None and node not in seen:
        seen.append(node)
        for before, _ in node.next_functions:
            nodes(before, seen)
    return [it.name().removeprefix("torch::autograd::") for it in seen]


X = torch.ones(1, 1, 4, requires_grad=True)
for mode in ("zeros", "replicate", "reflect", "circular"):
    conv = nn.Conv1d(1, 1, 3, padding=1, padding_mode=mode, bias=False)
    conv.requires_grad_(False)
    print(f"{mode}:", *nodes(conv(X).grad_fn, []), sep="\n  ")
