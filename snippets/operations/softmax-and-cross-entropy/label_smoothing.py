import torch
import torch.nn.functional as F

t = torch.tensor(2)
smoothing = 0.375
q = (1 - smoothing) * F.one_hot(t, 3) + smoothing / 3
print("q:", q)

for odds in ([1.0, 2.0, 5.0], [1.0, 1.0, 6.0], [1.0, 1.0, 14.0]):
    z = torch.tensor(odds).log().requires_grad_()
    loss = F.cross_entropy(z, t, label_smoothing=smoothing)
    loss.backward()
    print("odds:", odds, f"loss: {loss:.4f}")
    print("dz:", *(f"{v:z.4f}" for v in z.grad.tolist()))
