# checks #max-unpool
import torch
import torch.nn.functional as F

x = torch.tensor([[[1.0, 4.0, 3.0, 2.0]]])
y, m = F.max_pool1d(x, 2, return_indices=True)
y.requires_grad_()
u = F.max_unpool1d(y, m, 2)
G = torch.tensor([[[1.0, 10.0, 100.0, 1000.0]]])
(dy,) = torch.autograd.grad(u, y, G)
print("y: ", y[0, 0].tolist(), "m:", m[0, 0].tolist())
print("u: ", u[0, 0].tolist())
print("dy:", dy[0, 0].tolist())

torch.manual_seed(0)
X = torch.randn(2, 3, 6, 8, dtype=torch.float64)
Y, m = F.max_pool2d(X, 2, return_indices=True)
Y.requires_grad_()
U = F.max_unpool2d(Y, m, 2)
G = torch.randn_like(U)
(dY,) = torch.autograd.grad(U, Y, G)
picked = G.flatten(2).gather(2, m.flatten(2))
torch.testing.assert_close(picked.reshape(Y.shape), dY)
