from math import inf

import torch

odds = torch.tensor([[1.0, 3.0, 5.0], [1.0, 1.0, 1.0]])
scores = odds.log().requires_grad_()
hidden = torch.tensor([[False, False, True], [True, True, True]])
empty = hidden.all(1, keepdim=True)

filled = scores.masked_fill(hidden & ~empty, -inf)
p = filled.softmax(1).masked_fill(empty, 0.0)
p[:, 0].sum().backward()
print("p:", p.detach(), sep="\n")
print("scores.grad:", scores.grad, sep="\n")
