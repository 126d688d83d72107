import torch
import torch.nn.functional as F

X = torch.tensor([[[1.0, 2.0, 3.0]]])
print(F.pad(X, (5, 0), mode="replicate").tolist())
print(F.pad(X, (3, 0), mode="circular").tolist())
print(F.pad(X, (2, 0), mode="reflect").tolist())
F.pad(X, (3, 0), mode="reflect")  # raises RuntimeError
