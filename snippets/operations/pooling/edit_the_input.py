import torch
import torch.nn.functional as F

X = torch.tensor([[[[1.0, 4.0], [3.0, 2.0]]]], requires_grad=True)
H = 2 * X
Y = F.avg_pool2d(H, 2)
H.zero_()
Y.backward()  # raises RuntimeError
