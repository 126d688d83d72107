import torch
import torch.nn.functional as F

X = torch.ones(1, 1, 4, requires_grad=True)
W = torch.ones(1, 1, 3, requires_grad=True)


def tensors(node):
    names = [it for it in dir(node) if it.startswith("_saved_")]
    values = {it: getattr(node, it) for it in names}
    return [n for n, it in values.items() if torch.is_tensor(it)]


print("conv_transpose1d:")
print(" ", *tensors(F.conv_transpose1d(X, W).grad_fn))
for mode in ("constant", "replicate", "reflect"):
    node = F.pad(X, (1, 1), mode=mode).grad_fn
    print(f"{mode}:", node.name())
    print(" ", tensors(node))
