import torch

x = torch.tensor([-1.0, 2.0, -3.0, 4.0], requires_grad=True)
G = torch.tensor([1.0, 10.0, 100.0, 1000.0])
torch.relu(x).backward(G)
print("[x > 0]:", (x > 0).to(x.dtype))
print("[x > 0] * G:", (x > 0) * G)
print("x.grad:", x.grad)
