import torch

x = torch.tensor(2.0, requires_grad=True)

(x**2 + 3 * x).backward()
print("x.grad:", x.grad)
(5 * x).backward()
print("x.grad:", x.grad)
two_calls = x.grad

x.grad = None
((x**2 + 3 * x) + 5 * x).backward()
print("x.grad:", x.grad)
torch.testing.assert_close(x.grad, two_calls)
