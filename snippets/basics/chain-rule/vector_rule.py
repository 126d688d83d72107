import torch

A = torch.tensor([[1.0, 2.0], [0.0, 1.0], [3.0, 0.0]])  # (3, 2)
w = torch.tensor([1.0, 2.0, 4.0])  # (3,)

v = torch.tensor([3.0, 5.0], requires_grad=True)  # (2,)
p = A @ v  # (3,)
q = v**2  # (2,)
p.retain_grad()
q.retain_grad()
L = (w * p).sum() + (q**2).sum()
L.backward()

J_p = A  # (3, 2)
J_q = torch.diag(2 * v.detach())  # (2, 2)
from_p = J_p.T @ p.grad
from_q = J_q.T @ q.grad
print("p.grad:", p.grad, "q.grad:", q.grad)
print("from p:", from_p, "from q:", from_q)
print("v.grad:", v.grad)
torch.testing.assert_close(v.grad, from_p + from_q)
