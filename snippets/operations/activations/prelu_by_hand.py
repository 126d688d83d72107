import torch
import torch.nn.functional as F

x = torch.tensor([[-4.0, 3.0], [-2.0, -8.0]], requires_grad=True)
w = torch.tensor([0.25, 0.5], requires_grad=True)
G = torch.tensor([[1.0, 10.0], [100.0, 1000.0]])

y = F.prelu(x, w)
dx, dw = torch.autograd.grad(y, (x, w), G)
print("y: ", y.tolist())
print("dx:", dx.tolist())
print("dw:", dw.tolist())
