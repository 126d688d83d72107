import torch

x = torch.tensor([-1.5, 0.0, 0.5, 3.0], requires_grad=True)
y = x**2 + 3 * x
y.sum().backward()

formula = 2 * x.detach() + 3
print("autograd:", x.grad)
print("formula: ", formula)
torch.testing.assert_close(x.grad, formula)
