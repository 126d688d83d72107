import torch

b = torch.tensor([1.0, 2.0, 3.0])
Y = b.expand(2, 3)
print(Y.stride())

Y[0] += 10  # wrong
print(Y, b, sep="\n")
Y += 1  # raises RuntimeError
