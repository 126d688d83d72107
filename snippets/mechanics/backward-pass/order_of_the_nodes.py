import torch


def announce(node):
    def print_gradient(grad_outputs):
        print(f"{node.name():<32} {grad_outputs[0].item()}")

    node.register_prehook(print_gradient)


x = torch.tensor(2.0, requires_grad=True)
u = x * x
a = 3 * u
b = u**2
y = a + b

for t in (u, a, b, y):
    announce(t.grad_fn)
announce(u.grad_fn.next_functions[0][0])  # AccumulateGrad

y.backward()
print("x.grad:", x.grad)
