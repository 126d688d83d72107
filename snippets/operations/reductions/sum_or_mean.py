import torch

w = torch.tensor(0.0, requires_grad=True)
few = torch.tensor([1.0, 2.0, 3.0, 6.0])

for t in (few, few.repeat(2)):
    errors = (w - t).square()
    print("N:", len(t))
    for name, loss in (("sum", errors.sum()), ("mean", errors.mean())):
        (dw,) = torch.autograd.grad(loss, w, retain_graph=True)
        print(f"  {name:4} dw: {dw:g} step: {-0.125 * dw:g}")
