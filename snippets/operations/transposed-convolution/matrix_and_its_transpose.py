import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])


def flat_conv(x):
    return F.conv2d(x.reshape(1, 1, 3, 3), W).flatten()


M = torch.autograd.functional.jacobian(flat_conv, X.flatten())
print("M:", M.int(), sep="\n")
print("M @ X:", M @ X.flatten())
print("M.T @ G:", M.T @ G.flatten())
