import torch

x, t = 2.0, 6.0


def train(clear):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1 / 16)
    for _ in range(4):
        if clear:
            optimizer.zero_grad()
        L = (w * x - t) ** 2
        L.backward()
        optimizer.step()
        print("w.grad:", w.grad.item(), "w:", w.item())


print("zero_grad")
train(clear=True)
print("no zero_grad")
train(clear=False)  # wrong
