import torch

for lr in (0.25, 0.5, 0.5625):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    path = []
    for step in range(4):
        path.append(w.item())
        optimizer.zero_grad()
        (2 * w**2).backward()
        optimizer.step()
    print(lr, path)
