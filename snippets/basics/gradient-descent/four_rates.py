import torch


def f(w):
    return w**2


grid = torch.arange(-7, 7.25, 0.25, requires_grad=True)
f(grid).sum().backward()

for lr in (0.0625, 0.25, 0.875, 1.0625):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for step in range(8):
        optimizer.zero_grad()
        loss = f(w)
        loss.backward()
        optimizer.step()
    print(f"{lr:<7}{w:8.4f}")
