import torch
import torch.nn.functional as F

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
target = torch.tensor(2)

loss = F.cross_entropy(z, target)
loss.backward()

print("p:", z.softmax(0).detach())
print("one-hot:", F.one_hot(target, 3))
print("loss:", loss.detach())
print("z.grad:", z.grad, sep="\n")
