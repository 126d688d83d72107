from math import inf

import torch

odds = torch.tensor([[1.0, 3.0, 5.0], [1.0, 1.0, 1.0]])
scores = odds.log().requires_grad_()
hidden = torch.tensor([[False, False, True], [True, True, True]])
bias = torch.zeros(2, 3).masked_fill(hidden, -inf)

p = (scores + bias).softmax(1).nan_to_num()  # wrong
p[:, 0].sum().backward()
print("p:", p.detach(), sep="\n")
print("scores.grad:", scores.grad, sep="\n")
