import torch
import torch.nn.functional as F

x = torch.tensor([-1.0, 2.0], requires_grad=True)
h = F.relu(3 * x)
y = F.relu(h, inplace=True)
y.sum().backward()  # raises RuntimeError
