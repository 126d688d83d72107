import torch

x = torch.tensor(2.0, requires_grad=True)
a = x**2
b = 3 * x

from_a, _ = a.grad_fn.next_functions[0]
from_b, _ = b.grad_fn.next_functions[0]
print("same node:", from_a is from_b)
print("its leaf is x:", from_a.variable is x)
