import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25, weight_decay=1)

for step in range(3):
    optimizer.zero_grad()
    (w**2).backward()
    optimizer.step()
    print(w.grad.item(), w.item())
