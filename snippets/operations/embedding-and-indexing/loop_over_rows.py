import torch

X = torch.ones(1000, 4, requires_grad=True)
g = torch.ones(4)

rows = [X[i] for i in range(1000)]  # wrong
nodes = {row.grad_fn for row in rows}
print(len(nodes), "nodes, each makes", rows[0].grad_fn(g).numel())

rows = X.unbind()
nodes = {row.grad_fn for row in rows}
print(len(nodes), "node makes", rows[0].grad_fn(*[g] * 1000).numel())
