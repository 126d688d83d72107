import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 3.0, 4.0, 5.0, 7.0], dtype=torch.float64)
J = torch.func.jacrev(lambda x: F.layer_norm(x, (5,), eps=0))(x)
K = (40 * J).round().long()
d = torch.tensor([-3, -1, 0, 1, 3])

print("40 J:", K, sep="\n")
print("40 J e:", K.sum(1).tolist())
print("40 J d:", (K @ d).tolist())
print("symmetric:", torch.equal(K, K.T))
eigenvalues = torch.linalg.eigvalsh(J).tolist()
print("eigenvalues:", *[round(e, 4) + 0.0 for e in eigenvalues])
