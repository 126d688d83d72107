import torch

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
y = z.log_softmax(0)
p = y.exp().detach()
G = torch.tensor([1.0, 0.0, 3.0])

J = torch.eye(3) - torch.ones(3).outer(p)
(autograd,) = torch.autograd.grad(y, z, G)
print("8 J:", (8 * J).round(), sep="\n")
print("autograd:", autograd, sep="\n")
print("formula:", G - p * G.sum(), sep="\n")
print("J.T @ G:", J.T @ G, sep="\n")
print("J @ G:", (J @ G).round(decimals=4), sep="\n")  # wrong
