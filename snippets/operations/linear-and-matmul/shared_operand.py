import torch

A = torch.tensor([[[1.0, 2.0]], [[3.0, 4.0]]])  # (2, 1, 2)
B = torch.tensor([[5.0], [6.0]], requires_grad=True)  # (2, 1)
G = torch.tensor([[[1.0]], [[10.0]]])  # (2, 1, 1)

Y = A @ B
(dB,) = torch.autograd.grad(Y, B, G)

copies = B.detach().expand(2, 2, 1).clone().requires_grad_()
(each,) = torch.autograd.grad(torch.bmm(A, copies), copies, G)

print("Y:", Y.flatten().tolist())
print("each:", each.flatten(1).tolist())
print("dB:  ", dB.flatten().tolist())
