import torch

x = torch.tensor([1.0, 2.0, 6.0], requires_grad=True)
G = torch.tensor([6.0, 0.0, 3.0])
y = x - x.mean()
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y.tolist())
print("dx:", dx.tolist())
print("G - mean:", (G - G.mean()).tolist())
