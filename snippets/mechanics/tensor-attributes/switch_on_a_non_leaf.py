import torch

w = torch.tensor(3.0, requires_grad=True)
h = 2 * w
h.requires_grad = False  # raises RuntimeError
