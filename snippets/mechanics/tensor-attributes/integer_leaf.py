import torch

x = torch.tensor(2, requires_grad=True)  # raises RuntimeError
