import torch
import torch.nn.functional as F

W = torch.zeros(4, 1, requires_grad=True)
t = torch.tensor([1, 1, 3])

for name, Y in {
    "embedding": F.embedding(t, W, scale_grad_by_freq=True),
    "bag": F.embedding_bag(
        t[None], W, mode="sum", scale_grad_by_freq=True
    ),
}.items():
    (dW,) = torch.autograd.grad(Y.sum(), W)
    print(f"{name:9}", dW.flatten().tolist())
