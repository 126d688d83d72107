import torch
import torch.nn.functional as F

x = torch.tensor([0.5, 0.5]).log().requires_grad_()
q = torch.tensor([0.0, 1.0])
u = q.log()


def show(target, log_target):
    target.requires_grad_()
    options = {"reduction": "sum", "log_target": log_target}
    loss = F.kl_div(x, target, **options)
    gradients = torch.autograd.grad(loss, (x, target))
    print(f"log_target: {log_target}, loss: {loss:.4f}")
    for name, values in zip(("x", "target"), gradients, strict=True):
        print(f"{name}:", *(f"{v:z.4f}" for v in values.tolist()))


show(q, log_target=False)
show(u, log_target=True)
