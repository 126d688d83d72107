import torch


def count_nodes(root):
    seen = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if node is not None and node not in seen:
            seen.add(node)
            stack.extend(edge[0] for edge in node.next_functions)
    return len(seen)


w = torch.tensor(2.0, requires_grad=True)
total = torch.tensor(0.0)
logged = torch.tensor(0.0)
for batch in (1.0, 2.0, 3.0):
    loss = (w * batch) ** 2
    loss.backward()
    total = total + loss  # wrong
    logged = logged + loss.detach()
    print(count_nodes(total.grad_fn), count_nodes(logged.grad_fn))
print(total)
print(logged)
