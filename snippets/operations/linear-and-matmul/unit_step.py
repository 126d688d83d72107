import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
B = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]])
G = torch.tensor([[1.0, -1.0], [2.0, 3.0]])


def loss(A):
    return (G * (A @ B)).sum()


A.requires_grad_()
(dA,) = torch.autograd.grad(loss(A), A)
print("dA:  ", dA.flatten().tolist())

with torch.no_grad():
    E = torch.eye(6).reshape(6, 2, 3)
    for h in (1, 16):
        rises = torch.stack([loss(A + h * e) - loss(A) for e in E])
        print(f"h={h}:".ljust(5), (rises / h).tolist())
