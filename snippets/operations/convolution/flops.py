import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

X = torch.ones(2, 8, 10, 10, requires_grad=True)
G = torch.ones(2, 16, 8, 8)


def flops(call):
    with FlopCounterMode(display=False) as counter:
        result = call()
    return counter.get_total_flops(), result


for groups in (1, 8):
    W = torch.ones(16, 8 // groups, 3, 3, requires_grad=True)
    Y_flops, Y = flops(lambda: F.conv2d(X, W, groups=groups))
    sums = G.numel() * (8 // groups) * 9
    print(f"{groups=} 2 * products: {2 * sums}")
    print("Y: ", Y_flops)
    for name, wanted in (("dX:", X), ("dW:", W), ("both:", (X, W))):
        count, _ = flops(
            lambda: torch.autograd.grad(Y, wanted, G, retain_graph=True)
        )
        print(name, count)
