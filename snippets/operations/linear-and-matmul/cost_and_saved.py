import torch
import torch.nn.functional as F
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.flop_counter import FlopCounterMode

samples, inputs, outputs = 4, 8, 16

print("    ", "forward", "backward", "saved")
for needs in ("xWb", "-Wb", "x--", "--b", "---"):
    x = torch.ones(samples, inputs, requires_grad="x" in needs)
    W = torch.ones(outputs, inputs, requires_grad="W" in needs)
    b = torch.ones(outputs, requires_grad="b" in needs)
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
