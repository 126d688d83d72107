import torch


def grow(x):
    y = x
    while y < 100:
        y = y * x
    return y


def count_products(node):
    count = 0
    while node.name() == "MulBackward0":
        count += 1
        node, _ = node.next_functions[0]
    return count


for value in (2.0, 3.0, 5.0):
    x = torch.tensor(value, requires_grad=True)
    y = grow(x)
    products = count_products(y.grad_fn)
    y.backward()
    print(f"x={x} products={products} y={y} x.grad={x.grad}")
