import torch
import torch.nn.functional as F

X = torch.arange(9.0).reshape(1, 1, 3, 3)
W = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]]]])
G = torch.tensor([[[[1.0, 0.0], [0.0, 10.0]]]])

U = F.unfold(X, kernel_size=2)[0]
w = W.reshape(1, 4)
g = G.reshape(1, 4)

print("U:", U, sep="\n")
print("Y:", w @ U)
print("dW:", g @ U.T)
print("dU:", w.T @ g, sep="\n")
print("dX:", F.fold(w.T @ g, (3, 3), kernel_size=2)[0], sep="\n")
