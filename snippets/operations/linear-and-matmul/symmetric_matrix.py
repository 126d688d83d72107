import torch

x = torch.tensor([1.0, 10.0])
y = torch.tensor([1.0, 1.0])
start = torch.tensor([[1.0, 2.0], [2.0, 3.0]])

S = start.clone().requires_grad_()  # four entries
(dS,) = torch.autograd.grad(x @ S @ y, S)
print("dS:", dS.tolist())

M = start.clone().requires_grad_()  # symmetrised
(dM,) = torch.autograd.grad(x @ ((M + M.T) / 2) @ y, M)
print("dM:", dM.tolist())

q = torch.tensor(2.0, requires_grad=True)  # one number, twice
T = torch.stack([start[0, 0], q, q, start[1, 1]]).reshape(2, 2)
(dq,) = torch.autograd.grad(x @ T @ y, q)
print("dq:", dq.item())
