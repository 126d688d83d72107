import torch

G = torch.tensor([1.0, 10.0])
print(G[:, None].expand(2, 2).tolist())
torch.einsum("i->ij", G)  # raises RuntimeError
