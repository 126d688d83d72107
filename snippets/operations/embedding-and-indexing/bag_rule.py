# checks #embedding-bag
import torch
import torch.nn.functional as F


def vjp(G, W, t, starts, a):
    dW, da = torch.zeros_like(W), torch.zeros_like(a)
    for i, row in enumerate(t.tolist()):
        bag = int((starts <= i).sum()) - 1
        dW[row] = dW[row] + a[i] * G[bag]
        da[i] = (G[bag] * W[row]).sum()
    return dW, da


torch.manual_seed(0)
W = torch.randn(6, 3, dtype=torch.float64, requires_grad=True)
t = torch.randint(6, (9,))
starts = torch.tensor([0, 4, 4, 7])  # 4, 0, 3, 2
G = torch.randn(4, 3, dtype=torch.float64)

one = torch.ones(9, dtype=torch.float64)
size = torch.tensor([4.0] * 4 + [3.0] * 3 + [2.0] * 2).double()
for mode, a in (("sum", one), ("mean", 1 / size)):
    Y = F.embedding_bag(t, W, starts, mode=mode)
    (dW,) = torch.autograd.grad(Y, W, G)
    torch.testing.assert_close(vjp(G, W.detach(), t, starts, a)[0], dW)
    print(mode)

a = torch.randn(9, dtype=torch.float64, requires_grad=True)
Y = F.embedding_bag(t, W, starts, mode="sum", per_sample_weights=a)
grads = torch.autograd.grad(Y, (W, a), G)
formula = vjp(G, W.detach(), t, starts, a.detach())
torch.testing.assert_close(formula, grads)
print("weighted")
