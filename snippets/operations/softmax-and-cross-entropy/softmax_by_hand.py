import torch

z = torch.tensor([1.0, 2.0, 5.0]).log().requires_grad_()
p = z.softmax(0)
G = torch.tensor([1.0, 0.0, 3.0])

(autograd,) = torch.autograd.grad(p, z, G, retain_graph=True)
(shifted,) = torch.autograd.grad(p, z, G + 8)

p = p.detach()
print(f"<G, p>: {G @ p:.4f}")
print("formula:", p * (G - G @ p), sep="\n")
print("autograd:", autograd, sep="\n")
print("with G + 8:", shifted, sep="\n")
