import torch

x = torch.tensor([1.0, 3.0, 2.0], requires_grad=True)
values = torch.tensor([10.0, 20.0, 30.0])

i = x.argmax()
print(i.item(), i.dtype, i.requires_grad)
print("picked:", values[i].item(), values[i].requires_grad)  # wrong

y = x.softmax(0) @ values
(dx,) = torch.autograd.grad(y, x)
print("weighted:", round(y.item(), 2))
print("dx:", [round(g, 2) for g in dx.tolist()])
