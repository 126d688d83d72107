import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

D, N = 8, 4
unit = 2 * N * D * D


def flops(input_grad, trained):
    x = torch.ones(N, D, requires_grad=input_grad)
    weights = [torch.ones(D, D, requires_grad=t) for t in trained]
    with FlopCounterMode(display=False) as forward:
        for W in weights:
            x = F.linear(x, W)
    with FlopCounterMode(display=False) as backward:
        x.sum().backward()
    return [c.get_total_flops() // unit for c in (forward, backward)]


print("input, all:", flops(True, (True, True, True)))
print("all:       ", flops(False, (True, True, True)))
print("last only: ", flops(False, (False, False, True)))
print("first only:", flops(False, (True, False, False)))
