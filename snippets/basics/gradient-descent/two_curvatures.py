import torch

a = torch.tensor([1.0, 16.0])

for lr in (0.0625, 0.125, 0.140625):
    w = torch.tensor([1.0, 1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for step in range(10):
        optimizer.zero_grad()
        (a * w**2 / 2).sum().backward()
        optimizer.step()
    print(f"{lr:<9} {w[0]:7.4f} {w[1]:7.4f}")
