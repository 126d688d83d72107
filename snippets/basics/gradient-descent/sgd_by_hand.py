import torch

torch.manual_seed(0)
A = torch.randn(3, 3, dtype=torch.float64)
start = torch.randn(3, dtype=torch.float64)

w = start.clone().requires_grad_()
optimizer = torch.optim.SGD([w], lr=0.05, momentum=0.9)
for step in range(10):
    optimizer.zero_grad()
    ((A @ w).square().sum() / 2).backward()
    optimizer.step()

u, v = start.clone(), torch.zeros_like(start)
for step in range(10):
    g = A.T @ (A @ u)
    v = 0.9 * v + g
    u = u - 0.05 * v

torch.testing.assert_close(w.detach(), u)
print(f"{(w - u).abs().max():.0e}")
