import torch
import torch.nn.functional as F

x = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
t = torch.tensor([-1])
for name, y in {
    "x[t]": x[t],
    "take": x.take(t),
    "take_along_dim": x.take_along_dim(t, 0),
}.items():
    (dx,) = torch.autograd.grad(y, x)
    print(name, y.tolist(), dx.tolist())

F.embedding(t, x.unsqueeze(1))  # raises IndexError
