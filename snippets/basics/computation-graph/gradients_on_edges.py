import torch


def watch(node):
    name = node.name()

    def hook(grad_inputs, grad_outputs):
        print(name, grad_outputs, "->", grad_inputs)

    node.register_hook(hook)


x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x
y = a + b

watch(a.grad_fn)
watch(b.grad_fn)
watch(y.grad_fn)
watch(a.grad_fn.next_functions[0][0])  # AccumulateGrad
y.backward()
print("x.grad", x.grad)
