import torch

t = torch.tensor([2.0, 3.0], requires_grad=True)
a, b = t.unbind()
y = a * b

for child, input_nr in y.grad_fn.next_functions:
    print(child.name(), input_nr)

y.backward()
print("t.grad:", t.grad)
