import torch

for lr in (0.0625, 0.25, 0.5, 0.875, 1.0, 1.0625):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for step in range(8):
        optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
    factor = 1 - 2 * lr
    expected = torch.tensor(3 * factor**8)
    torch.testing.assert_close(w.detach(), expected)
    print(f"{lr:<7}{factor:7.3f}{w:9.4f}")
