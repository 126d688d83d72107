import torch

A = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
B = torch.tensor([[1.0, 0.0], [2.0, 1.0], [0.0, 3.0]])
G = torch.tensor([[1.0, -1.0], [2.0, 3.0]])

Y = torch.zeros(2, 2)
dA = torch.zeros(2, 3)
dB = torch.zeros(3, 2)
for i in range(2):
    for j in range(2):
        for k in range(3):
            Y[i, j] += A[i, k] * B[k, j]
            dA[i, k] += G[i, j] * B[k, j]
            dB[k, j] += G[i, j] * A[i, k]

print("Y:", Y, sep="\n")
print("dA:", dA, sep="\n")
print("dB:", dB, sep="\n")
