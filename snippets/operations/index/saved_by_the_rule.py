import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
w = torch.tensor([4.0, 5.0, 6.0], requires_grad=True)


def saved(y):
    return [
        name for name in dir(y.grad_fn) if name.startswith("_saved")
    ]


print("x + w:", saved(x + w))
print("x * w:", saved(x * w))
print("x**2:", saved(x**2))
print("x.exp():", saved(x.exp()))
print("x.relu():", saved(x.relu()))
