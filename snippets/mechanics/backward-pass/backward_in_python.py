import torch


def topological(node, order):
    for child, _ in node.next_functions:
        if child is not None and child not in order:
            topological(child, order)
    order.append(node)
    return order


x = torch.tensor(2.0, requires_grad=True)
u = x * x
y = 3 * u + u**2

with torch.no_grad():
    incoming = {y.grad_fn: torch.tensor(1.0)}
    for node in reversed(topological(y.grad_fn, [])):
        print(node.name(), incoming[node])
        grads = node(incoming[node])
        if isinstance(grads, torch.Tensor):
            grads = (grads,)
        for (child, _), grad in zip(node.next_functions, grads):
            if child is not None:
                incoming[child] = incoming.get(child, 0) + grad

by_hand = x.grad
print("by hand:", by_hand)

x.grad = None
y.backward()
print("backward():", x.grad)
torch.testing.assert_close(by_hand, x.grad)
