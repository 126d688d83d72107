import torch
from torch.func import jvp, vjp

one, zero = torch.tensor(1.0), torch.tensor(0.0)


def partials(f, a, b):
    forward = [jvp(f, (a, b), u)[1] for u in ((one, zero), (zero, one))]
    return forward, vjp(f, a, b)[1](one)


def row(pair):
    return " ".join(f"{v:z3g}" for v in pair)


print("a = b            forward  reverse")
for name, f in {
    "maximum": torch.maximum,
    "fmax": torch.fmax,
    "clamp(a, min=b)": lambda a, b: torch.clamp(a, min=b),
    "clamp_min(a, b)": torch.clamp_min,
    "a * b": torch.mul,
}.items():
    forward, reverse = partials(f, one, one)
    print(f"{name:16} {row(forward)}  {row(reverse)}")
forward, reverse = partials(torch.xlogy, zero, zero)
print(f"{'xlogy(0, 0)':16} {row(forward)}  {row(reverse)}")
