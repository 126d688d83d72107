import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
w = torch.tensor([3.0, 4.0], requires_grad=True)
k = torch.tensor([5.0, 6.0])


def saved(y):
    names = [n for n in dir(y.grad_fn) if n.startswith("_saved_")]
    return [
        name.removeprefix("_saved_")
        for name in sorted(names)
        if isinstance(getattr(y.grad_fn, name), torch.Tensor)
    ]


for name, y in {
    "x + w": x + w,
    "x * w": x * w,
    "x * k": x * k,
    "x / w": x / w,
    "x / k": x / k,
    "x ** w": x**w,
    "exp": x.exp(),
    "log": x.log(),
    "sqrt": x.sqrt(),
    "sin": x.sin(),
    "abs": x.abs(),
    "where": torch.where(x > w, x, w),
    "maximum": torch.maximum(x, w),
    "clamp": x.clamp(0, 1),
    "expand": x.expand(3, 2),
    "floor": x.floor(),
}.items():
    print(f"{name:8}", *saved(y) or ["-"])
