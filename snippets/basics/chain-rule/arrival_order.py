import torch


def watch(name, tensor):
    tensor.register_hook(lambda grad: print(f"{name}: {grad}"))


x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
u = a + b + 1
c = u**3
d = 4 * u
y = c + d + 2

watch("x", x)
watch("a", a)
watch("b", b)
watch("u", u)
watch("c", c)
watch("d", d)
watch("y", y)
y.backward()
