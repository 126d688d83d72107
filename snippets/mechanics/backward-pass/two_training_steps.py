import torch

x, t = 2.0, 6.0
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16)

for step in range(2):
    optimizer.zero_grad()
    L = (w * x - t) ** 2
    L.backward()
    optimizer.step()
    print("L:", L.item(), "w.grad:", w.grad.item(), "w:", w.item())
