import torch


def nodes(node):
    if node is None or "Accumulate" in node.name():
        return set()
    found = {node.name().removesuffix("Backward0")}
    return found.union(*(nodes(n) for n, _ in node.next_functions))


def show(name, Y):
    products = nodes(Y.grad_fn) & {"Dot", "Mv", "Mm", "Bmm", "Mul"}
    print(name, "->", *products)


def t(*shape):
    return torch.ones(shape, requires_grad=True)


for left, right in (
    ((3,), (3,)),
    ((4, 3), (3,)),
    ((4, 3), (3, 5)),
    ((2, 4, 3), (3,)),
    ((2, 4, 3), (3, 5)),
    ((2, 4, 3), (2, 3, 5)),
    ((2, 1, 4, 3), (6, 3, 5)),
):
    show(f"{left} @ {right}", t(*left) @ t(*right))

Y = t(2, 4, 3) @ t(3, 5)
mm = Y.grad_fn.next_functions[0][0]
print(mm.name(), tuple(mm._saved_self.shape))
