import torch

for grad in (torch.tensor(0.0), None):
    w = torch.tensor(2.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5, weight_decay=0.5)
    w.grad = grad
    optimizer.step()
    print("w.grad:", grad, "w:", w.item())
