import torch


def f(x):
    return torch.stack([x[0] * x[1], x[0] ** 2])


x = torch.tensor([3.0, 2.0], requires_grad=True)
v = torch.tensor([1.0, 10.0])

J = torch.autograd.functional.jacobian(f, x)
print("J:", J.tolist())
print("J.T @ v:", J.T @ v)

f(x).backward(v)
print("x.grad:", x.grad)
torch.testing.assert_close(x.grad, J.T @ v)

x.grad = None
(v @ f(x)).backward()
print("x.grad:", x.grad)
torch.testing.assert_close(x.grad, J.T @ v)
