import torch
from torch.autograd.functional import jacobian

a = torch.tensor([1.0, 2.0, 3.0])
b = torch.tensor([4.0, 5.0, 6.0])
G = torch.tensor([1.0, 10.0, 100.0])

Ja, Jb = jacobian(torch.mul, (a, b))
print("Ja:", Ja, sep="\n")
print("Jb:", Jb, sep="\n")
print("Ja.T @ G:", Ja.T @ G)
print("b * G:   ", b * G)
print("Jb.T @ G:", Jb.T @ G)
print("a * G:   ", a * G)
