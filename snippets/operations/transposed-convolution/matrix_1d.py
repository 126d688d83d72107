import torch
import torch.nn.functional as F

x = torch.tensor([1.0, 0.0, 2.0, 0.0, 1.0])
w = torch.tensor([1.0, 2.0, 3.0])
for s, g in ((1, [1.0, 0.0, 10.0]), (2, [1.0, 10.0])):
    g = torch.tensor(g)
    M = torch.zeros(len(g), 5)
    for i in range(len(g)):
        for a in range(3):
            M[i, s * i + a] = w[a]
    W = w.reshape(1, 1, 3)
    y = F.conv1d(x.reshape(1, 1, 5), W, stride=s).flatten()
    spread = F.conv_transpose1d(g.reshape(1, 1, -1), W, stride=s)
    torch.testing.assert_close(M @ x, y)
    torch.testing.assert_close(M.T @ g, spread.flatten())
    print(f"{s=}", *M.int().tolist(), sep="\n")
    print("M @ x:  ", (M @ x).tolist())
    print("M.T @ g:", (M.T @ g).tolist())
