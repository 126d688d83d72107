import torch


def func(x):
    return x.prod()


x = torch.tensor([1.0, 2.0, 3.0, 4.0], dtype=torch.float64)
x.requires_grad_()
func(x).backward()
print("one backward:  ", x.grad.tolist())

h = 2.0**-10
calls = 0
numeric = torch.zeros(4, dtype=torch.float64)
for i in range(4):
    step = torch.zeros(4, dtype=torch.float64)
    step[i] = h
    up = func(x.detach() + step)
    down = func(x.detach() - step)
    calls += 2
    numeric[i] = (up - down) / (2 * h)
print(f"{calls} calls of func:", numeric.tolist())
