import torch

w = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.125)
h = torch.tensor(1.0)

for step in range(3):
    optimizer.zero_grad()
    h = w * h
    L = h**2
    L.backward(retain_graph=True)  # raises RuntimeError
    optimizer.step()
    print("step:", step, "h:", h.item(), "w:", w.item())
