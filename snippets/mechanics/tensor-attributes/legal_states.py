import torch

plain = torch.tensor(2.0)
leaf = torch.tensor(3.0, requires_grad=True)
parameter = torch.nn.Parameter(torch.tensor(5.0))
intermediate = leaf * plain
retained = leaf + plain
retained.retain_grad()
detached = intermediate.detach()

L = intermediate * parameter + retained + detached
L.backward()

tensors = {
    "plain": plain,
    "leaf": leaf,
    "parameter": parameter,
    "intermediate": intermediate,
    "retained": retained,
    "detached": detached,
}
grads = {name: t.grad for name, t in tensors.items()}

print("              requires_grad  is_leaf  grad_fn        grad")
for name, t in tensors.items():
    node = t.grad_fn.name() if t.grad_fn else "None"
    flags = f"{t.requires_grad!s:13}  {t.is_leaf!s:7}"
    print(f"{name:12}  {flags}  {node:13}  {grads[name]}")
