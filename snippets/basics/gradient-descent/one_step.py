import torch

w = torch.tensor(3.0, requires_grad=True)
loss = w**2
loss.backward()
print(loss.item(), w.grad.item())

with torch.no_grad():
    w -= 0.25 * w.grad
print(w.item(), (w**2).item())
