import torch

x = torch.tensor(2.0, requires_grad=True)
h = x + 1
h.retain_grad()

(2 * h).backward()
print("h.grad:", h.grad, "x.grad:", x.grad)
(3 * h).backward()
print("h.grad:", h.grad, "x.grad:", x.grad)
