import torch
import torch.nn.functional as F
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode

N, I, O = 4, 8, 16  # noqa: E741

print("    ", "forward", "backward", "saved")
for needs in ("xWb", "-Wb", "x--", "--b", "---"):
    x = torch.ones(N, I, requires_grad="x" in needs)
    W = torch.ones(O, I, requires_grad="W" in needs)
    b = torch.ones(O, requires_grad="b" in needs)
    saved = []

    def pack(tensor, saved=saved):
        saved.append(tuple(tensor.shape))
        return tensor

    forward = FlopCounterMode(display=False)
    with forward, saved_tensors_hooks(pack, lambda tensor: tensor):
        Y = F.linear(x, W, b)
    backward = FlopCounterMode(display=False)
    with backward:
        if Y.requires_grad:
            Y.sum().backward()
    flops = forward.get_total_flops(), backward.get_total_flops()
    print(f"{needs:4} {flops[0]:7} {flops[1]:8}", *saved)
