import torch
import torch.nn.functional as F

torch.manual_seed(0)
X = torch.randn(2, 3, 4, 4, dtype=torch.float64, requires_grad=True)
W = torch.randn(3, 5, 3, 3, dtype=torch.float64)
Y = F.conv_transpose2d(X, W, stride=2, padding=1)
G = torch.randn_like(Y)
(dX,) = torch.autograd.grad(Y, X, G)

M = W.flatten(1)  # (3, 45)
columns = M.T @ X.detach().flatten(2)
folded = F.fold(columns, Y.shape[2:], 3, stride=2, padding=1)
torch.testing.assert_close(Y, folded)
back = M @ F.unfold(G, 3, stride=2, padding=1)
torch.testing.assert_close(dX, back.reshape(X.shape))
print("columns:", tuple(columns.shape))
print("Y:", tuple(folded.shape))
