import torch

w = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0)

(3 * w).backward()
optimizer.zero_grad()
print("w.grad:", w.grad)

(3 * w).backward()
optimizer.zero_grad(set_to_none=False)
print("w.grad:", w.grad)
