import torch


def walk(node, depth=0):
    print("    " * depth + node.name())
    for child, _ in node.next_functions:
        if child is not None:
            walk(child, depth + 1)


w = torch.tensor(3.0, requires_grad=True)
b = torch.tensor(1.0, requires_grad=True)
x = torch.tensor(2.0)
L = (w * x + b) ** 2

walk(L.grad_fn)
mul_node = L.grad_fn.next_functions[0][0].next_functions[0][0]
print("second edge:", mul_node.next_functions[1])
