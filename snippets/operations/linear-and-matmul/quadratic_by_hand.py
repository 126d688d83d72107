import torch

x = torch.tensor([1.0, 10.0], requires_grad=True)
A = torch.tensor([[1.0, 2.0], [0.0, 3.0]], requires_grad=True)

s = x @ A @ x
dx, dA = torch.autograd.grad(s, (x, A))

print("s: ", s.item())
print("dx:", dx.tolist())
print("dA:", dA.tolist())
