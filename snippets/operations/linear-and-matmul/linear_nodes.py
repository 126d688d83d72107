import torch
import torch.nn.functional as F


def chain(node):
    names = []
    while node and "Accumulate" not in node.name():
        names.append(node.name().removesuffix("Backward0"))
        tensors = [n for n, _ in node.next_functions if n]
        node = tensors[-1]  # W
    return " < ".join(names)


W = torch.ones(5, 3, requires_grad=True)
b = torch.ones(5, requires_grad=True)
for shape in ((4, 3), (2, 4, 3)):
    X = torch.ones(shape)
    for bias in (None, b):
        Y = F.linear(X, W, bias)
        print(shape, "no b:" if bias is None else "b:")
        print(" ", chain(Y.grad_fn))
