import torch


def walk(node, depth=0):
    print("    " * depth + node.name())
    for child, _ in node.next_functions:
        if child is not None:
            walk(child, depth + 1)


x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x
walk(y.grad_fn)
