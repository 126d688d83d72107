import torch
import torch.nn.functional as F

torch.manual_seed(0)
X, T = torch.randn(2, 6, 3, dtype=torch.float64)
W = torch.randn(3, 3, dtype=torch.float64)


def gradient(scale):
    w = (scale * W).requires_grad_()
    c = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    y = F.batch_norm(X @ w + c, None, None, training=True, eps=1e-30)
    loss = ((y - T) ** 2).sum()
    return loss, *torch.autograd.grad(loss, (w, c))


for scale in (1, 2, 4):
    loss, dw, dc = gradient(scale)
    print("scale:", scale, "loss:", round(loss.item(), 4))
    print("  size of dw:", round(dw.norm().item(), 4))
    inner = (scale * W * dw).sum(0)
    print("  <w, dw>:", [round(v, 6) + 0.0 for v in inner.tolist()])
    print("  dc:", [round(v, 6) + 0.0 for v in dc.tolist()])
