import torch

x = torch.tensor(2.0, requires_grad=True)
t = x * x
y = t * x

with torch.no_grad():
    to_t, to_x = y.grad_fn(torch.tensor(1.0))
    to_left, to_right = t.grad_fn(to_t)
print("to_t:", to_t)
print("to_x:", to_x, "to_left:", to_left, "to_right:", to_right)

y.backward()
print("x.grad:", x.grad)
