import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 10.0])
W = torch.tensor([[1.0, 2.0], [3.0, 4.0]])  # (out, in)

print("F.linear:", F.linear(x, W).tolist())
print("x @ W:   ", (x @ W).tolist())  # wrong
print("x @ W.T: ", (x @ W.T).tolist())
print("W @ x:   ", (W @ x).tolist())
print(torch.nn.Linear(3, 2).weight.shape)
