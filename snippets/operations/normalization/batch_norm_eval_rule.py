# checks #batch-norm-eval
import torch
import torch.nn.functional as F

x = torch.tensor([[1.0], [3.0], [4.0], [5.0], [7.0]])
x.requires_grad_()
G = torch.tensor([[0.0], [0.0], [0.0], [0.0], [20.0]])
y = F.batch_norm(x, torch.tensor([3.0]), torch.tensor([16.0]), eps=0)
(dx,) = torch.autograd.grad(y, x, G)
print("y: ", y.flatten().tolist())
print("dx:", dx.flatten().tolist())

torch.manual_seed(0)
x, G = torch.randn(2, 2, 4, 3, 5, dtype=torch.float64)
mean, w, b = torch.randn(3, 4, dtype=torch.float64)
var = torch.rand(4, dtype=torch.float64)
inputs = [it.clone().requires_grad_() for it in (x, w, b)]
y = F.batch_norm(inputs[0], mean, var, *inputs[1:], eps=1e-5)
dx, dw, db = torch.autograd.grad(y, inputs, G)

r = (var + 1e-5).rsqrt().reshape(4, 1, 1)
xhat = (x - mean.reshape(4, 1, 1)) * r
torch.testing.assert_close(G * w.reshape(4, 1, 1) * r, dx)
torch.testing.assert_close((G * xhat).sum((0, 2, 3)), dw)
torch.testing.assert_close(G.sum((0, 2, 3)), db)
