import torch

x = torch.tensor([-1.0, 0.0, 2.0], requires_grad=True)
print("argmax:", x.argmax().grad_fn)
print("x > 0:", (x > 0).grad_fn)
