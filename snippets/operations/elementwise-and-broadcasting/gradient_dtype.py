import torch


def short(t):
    return str(t.dtype).split(".")[1]


x = torch.ones(2, requires_grad=True)  # float32
print("w        dim y         dx      dw")
for dtype, shape in (
    (torch.float64, (2,)),
    (torch.float64, ()),
    (torch.float16, (2,)),
    (torch.int64, (2,)),
    (torch.complex64, (2,)),
):
    w = torch.ones(shape, dtype=dtype)
    inputs = [x]
    if dtype.is_floating_point or dtype.is_complex:
        inputs.append(w.requires_grad_())
    y = x * w
    grads = torch.autograd.grad(y, inputs, torch.ones_like(y))
    names = [short(g) for g in grads]
    print(f"{short(w):9} {w.dim()}  {short(y):9}", *names)
