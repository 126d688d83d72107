import torch

x = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
t = torch.tensor([2, 0])


def show(name, y):
    (dx,) = torch.autograd.grad(y.sum(), x)
    print(name, y.tolist(), dx.tolist())


H = 2 * x
y = H[t]
H.zero_()  # table
show("table: ", y)

y = x[t.clone()]
t += 1  # not the clone
show("clone: ", y)

y = x.gather(0, t - 1)
y.mul_(10)  # output
show("output:", y)
