import torch
import torch.nn.functional as F

W = torch.ones(2, 3, requires_grad=True)
X = torch.ones(4, 3, requires_grad=True)
F.linear(X, W).sum().backward()
with torch.no_grad():
    W -= 0.5  # after backward
print("step:  ", W.grad[0].tolist(), W[0].tolist())

data = torch.ones(4, 3)  # no gradient
W.grad = None
Y = F.linear(data, W)
with torch.no_grad():
    W -= 0.5  # W not saved
Y.sum().backward()
print("first: ", W.grad[0].tolist())

h = X * 2
Y = F.linear(h, torch.ones(2, 3))  # frozen
h.zero_()  # h not saved
X.grad = None
Y.sum().backward()
print("frozen:", X.grad[0].tolist())

Y = F.linear(data, W)
Y.mul_(10)  # output not saved
W.grad = None
Y.sum().backward()
print("output:", W.grad[0].tolist())
