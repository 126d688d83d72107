import torch


def walk(node, depth=0):
    indent = "  " * depth
    if node is None:
        print(indent + "None")
        return
    print(indent + node.name())
    for next_node, _ in node.next_functions:
        walk(next_node, depth + 1)


x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x
walk(y.grad_fn)
