import torch
import torch.nn.functional as F

X = torch.tensor([[[[1.0, 4.0], [3.0, 2.0]]]], requires_grad=True)


def show(name, Y):
    (dX,) = torch.autograd.grad(Y, X)
    print(name, dX.flatten().tolist())


H = 2 * X
Y = F.avg_pool2d(H, 2)
H = torch.zeros_like(H)  # new tensor
show("new:   ", Y)

H = 2 * X
Y = H.mean((2, 3))  # saves no tensor
H.zero_()
show("mean:  ", Y)

H = 2 * X
Y = F.max_pool2d(H, 2)
Y.mul_(10)  # output
show("output:", Y)
