import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)

for step in range(6):
    (w**2).backward()  # wrong
    optimizer.step()
    print(f"{w.grad:8.3f} {w:8.3f}")
