import torch

x = torch.tensor(2.0, requires_grad=True)
y = x**2 + 3 * x


def print_edges(node):
    print(node.name())
    for child, input_nr in node.next_functions:
        print("   ", child.name() if child else None, input_nr)


pow_node = y.grad_fn.next_functions[0][0]
mul_node = y.grad_fn.next_functions[1][0]
print_edges(y.grad_fn)
print_edges(pow_node)
print_edges(mul_node)

accumulate = pow_node.next_functions[0][0]
print("variable is x:", accumulate.variable is x)
print("same node:", accumulate is mul_node.next_functions[0][0])
