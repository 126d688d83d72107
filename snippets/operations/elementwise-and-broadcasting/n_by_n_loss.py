import torch

p = torch.tensor([[1.0], [3.0]], requires_grad=True)  # (2, 1)
t = torch.tensor([1.0, 3.0])  # (2,)

loss = (p - t).square().mean()  # wrong
(dp,) = torch.autograd.grad(loss, p)
print("shape:", tuple((p - t).shape))
print("loss:", loss.item(), "dp:", dp.flatten().tolist())

loss = (p.squeeze(1) - t).square().mean()
(dp,) = torch.autograd.grad(loss, p)
print("loss:", loss.item(), "dp:", dp.flatten().tolist())
