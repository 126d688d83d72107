import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
u = a + b + 1
c = u**3
d = 4 * u
y = c + d + 2


def send(output, grad, source):
    (grad,) = torch.autograd.grad(
        output, source, grad, retain_graph=True
    )
    return grad


total = torch.tensor(0.0)
for first_name, first in (("a", a), ("b", b)):
    for second_name, second in (("c", c), ("d", d)):
        grad = torch.tensor(1.0)
        grad = send(y, grad, second)
        grad = send(second, grad, u)
        grad = send(u, grad, first)
        grad = send(first, grad, x)
        print(f"y -> {second_name} -> u -> {first_name} -> x: {grad}")
        total = total + grad

y.backward()
print(f"sum: {total}, x.grad: {x.grad}")
