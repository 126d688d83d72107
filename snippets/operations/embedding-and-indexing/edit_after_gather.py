import torch

x = torch.tensor([5.0, 6.0, 7.0], requires_grad=True)
t = torch.tensor([2, 0])
H = 2 * x
y = H.gather(0, t)
H.zero_()
y.sum().backward()  # raises RuntimeError
