import torch

x = torch.tensor([1.0, 3.0], requires_grad=True)
c = torch.tensor([2.0, 2.0])


def show(label, result):
    node = result.grad_fn
    name = None if node is None else node.name()
    print(f"{label:11} {result.requires_grad!s:14} {name}")


print(f"{'':11} {'requires_grad':14} grad_fn")
show("x * c", x * c)
show("c * c", c * c)
with torch.no_grad():
    show("no_grad", x * c)
show("argmax", x.argmax())
show("x > 2", x > 2)
show("int", x.int())
show("detach", x.detach())
show("zeros_like", torch.zeros_like(x))
