import torch
import torch.nn.functional as F

X = torch.tensor(
    [
        [0.5739, 0.9303, 0.5375],
        [0.2379, 0.0570, 0.7423],
        [0.7322, 0.7695, 0.8314],
    ]
)
W = torch.tensor([[0.8531, 0.5101], [0.8575, 0.3703]])
X = X.reshape(1, 1, 3, 3).requires_grad_()
W = W.reshape(1, 1, 2, 2).requires_grad_()

output = F.conv2d(X, W)
loss = output.sum()
loss.backward()

print("output:", output, sep="\n")
print("loss:", loss)
print("W.grad:", W.grad, sep="\n")
print("X.grad:", X.grad, sep="\n")
