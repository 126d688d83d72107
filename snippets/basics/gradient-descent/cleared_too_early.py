import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)

(w**2).backward()
optimizer.zero_grad()  # wrong
optimizer.step()
print(w.grad, w.item())
