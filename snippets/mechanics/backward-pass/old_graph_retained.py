import torch

w = torch.tensor(2.0, requires_grad=True)
h = torch.tensor(1.0)

for step in range(3):
    w.grad = None
    h = w * h
    L = h**2
    L.backward(retain_graph=True)  # wrong
    print("step:", step, "h:", h.item(), "w.grad:", w.grad.item())
